package report

import (
	"fmt"
	"strings"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
)

// summary writes how many findings of each severity there are, and what is not
// among them.
func (t *textWriter) summary(r *engine.Report) {
	t.paragraph()
	if len(r.Findings) == 0 {
		t.nothingFound(r)
	} else {
		t.table(r)
	}
	if hidden := hiddenLine(r); hidden != "" {
		t.paragraph()
		t.wrapped(hidden)
	}
}

// nothingFound says what was checked.
func (t *textWriter) nothingFound(r *engine.Report) {
	var what string
	switch len(r.Packages) {
	case 0:
		t.line("No package was checked.")
		return
	case 1:
		what = visible(r.Packages[0].Path) + " " + visible(describe(&r.Packages[0]))
	default:
		what = count(len(r.Packages), "package")
	}
	s := "Nothing found in " + what + ", checked by " + count(len(r.Rules), "rule")
	if len(r.NotChecked) > 0 {
		s += " as far as that was possible"
	}
	t.wrapped(s + ".")
}

func (t *textWriter) wrapped(text string) {
	for _, line := range wrap(text, t.prose) {
		t.line(line)
	}
}

// table counts findings and the packages that have them.
func (t *textWriter) table(r *engine.Report) {
	findings, packages := make(map[rule.Severity]int), make(map[rule.Severity]int)
	met := make(map[rule.Severity]string) // the package last counted; findings are sorted by package
	all := ""
	with := 0
	for i := range r.Findings {
		f := &r.Findings[i]
		findings[f.Severity]++
		if isTogether(f.Place) {
			continue
		}
		if met[f.Severity] != f.Package {
			met[f.Severity] = f.Package
			packages[f.Severity]++
		}
		if all != f.Package {
			all = f.Package
			with++
		}
	}
	t.line(t.styled(bold, fmt.Sprintf("%-13s  %8s  %8s", "Severity", "Findings", "Packages")))
	for _, s := range rule.Severities() {
		row := fmt.Sprintf("  %8d  %8d", findings[s], packages[s])
		name := fmt.Sprintf("%-13s", s)
		if findings[s] == 0 {
			t.line(t.styled(faint, name+row))
			continue
		}
		t.line(t.styled(styleOf(s), s.String()), strings.Repeat(" ", len(name)-len(s.String())), row)
	}
	t.line(t.styled(bold, fmt.Sprintf("%-13s  %8d  %8d", "Total", len(r.Findings), with)), fmt.Sprintf(" of %d", len(r.Packages)))
}

// hiddenLine tells what suppressions and the baseline hold back.
func hiddenLine(r *engine.Report) string {
	inSource := 0
	for i := range r.Suppressed {
		if s := r.Suppressed[i].Suppression; s != nil && s.InSource {
			inSource++
		}
	}
	var parts []string
	if n := len(r.Suppressed); n > 0 {
		parts = append(parts, fmt.Sprintf("%s suppressed (%d in the source, %d by the configuration)", count(n, "finding"), inSource, n-inSource))
	}
	if n := len(r.Known); n > 0 {
		parts = append(parts, count(n, "finding")+" known from the baseline")
	}
	if len(parts) == 0 {
		return ""
	}
	return "Not shown: " + strings.Join(parts, ", ") + "."
}

// notChecked lists what could not be judged and why.
func (t *textWriter) notChecked(list []engine.NotChecked) {
	if len(list) == 0 {
		return
	}
	t.paragraph()
	t.line(t.styled(bold, "Not checked"))
	for i := range list {
		t.line("  ", visible(list[i].Path))
		t.note("", visible(list[i].Reason))
	}
}

// hint tells where to read on.
func (t *textWriter) hint(r *engine.Report) {
	var worst *engine.Finding
	for i := range r.Findings {
		if f := &r.Findings[i]; worst == nil || f.Severity > worst.Severity {
			worst = f
		}
	}
	if worst == nil {
		return
	}
	t.paragraph()
	t.line("Why it matters and how to fix it: ", t.styled(bold, "solcheck explain "+worst.Rule.ID))
}

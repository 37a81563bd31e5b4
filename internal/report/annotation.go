package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
)

const (
	// githubShown is how many annotations of each kind GitHub shows of a step.
	githubShown = 10
	// azureShown is how many issues are logged. Azure Pipelines keeps ten of a
	// kind in the summary; the rest stand in the log alone.
	azureShown = 100
)

// An annotation is a finding as pipelines show it beside the code.
type annotation struct {
	*engine.Finding
	file    string        // a file of the repository
	region  engine.Region // in that file; zero for what lies in a zip
	message string
}

// annotation returns a finding at the file that the repository has. What lies in
// a zip is named in the message.
func (o Options) annotation(r *engine.Report, f *engine.Finding) annotation {
	at := o.anchored(r, f.Place)
	a := annotation{Finding: f, file: at.Disk, region: at.Region, message: visible(f.Message + inMember(at))}
	if isMember(at) {
		a.region = engine.Region{}
	}
	return a
}

// writeGitHub writes workflow commands of GitHub Actions, the worst findings
// first and of each kind as many as GitHub shows.
func writeGitHub(w io.Writer, r *engine.Report, o Options) error {
	out := bufio.NewWriter(w)
	left := map[string]int{"error": githubShown, "warning": githubShown, "notice": githubShown}
	for f := range worstFirst(r.Findings) {
		kind := githubKind(f.Severity)
		if left[kind]--; left[kind] >= 0 {
			_, _ = out.WriteString(githubCommand(kind, o.annotation(r, f)) + "\n") // Flush returns the first error
		}
	}
	hidden := 0
	for _, kind := range []string{"error", "warning", "notice"} {
		hidden += max(0, -left[kind])
	}
	if hidden > 0 {
		_, _ = fmt.Fprintf(out, "solcheck: +%d more, for GitHub shows %d annotations of a kind\n", hidden, githubShown) // likewise
	}
	return out.Flush()
}

func githubKind(s rule.Severity) string {
	if level := levelOf(s); level != "note" {
		return level
	}
	return "notice"
}

// githubCommand writes one annotation. Columns hold only for a region of one line.
func githubCommand(kind string, a annotation) string {
	properties := []string{"file=" + githubProperty.Replace(visible(a.file))}
	if r := a.region; !r.IsZero() {
		properties = append(properties, fmt.Sprintf("line=%d,endLine=%d", r.Line, max(r.Line, r.EndLine)))
		if r.EndLine <= r.Line && r.Column > 0 {
			properties = append(properties, fmt.Sprintf("col=%d,endColumn=%d", r.Column, max(r.Column, r.EndColumn)))
		}
	}
	properties = append(properties, "title="+githubProperty.Replace(a.Severity.String()+": "+a.Rule.ID))
	return "::" + kind + " " + strings.Join(properties, ",") + "::" + githubData.Replace(a.message)
}

// What workflow commands of GitHub escape in their text, and more of it in their
// properties.
var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// writeAzure writes logging commands of Azure Pipelines, the worst findings first.
func writeAzure(w io.Writer, r *engine.Report, o Options) error {
	out := bufio.NewWriter(w)
	n := 0
	for f := range worstFirst(r.Findings) {
		if n++; n > azureShown {
			break
		}
		_, _ = out.WriteString(azureCommand(o.annotation(r, f)) + "\n") // Flush returns the first error
	}
	if hidden := len(r.Findings) - azureShown; hidden > 0 {
		_, _ = fmt.Fprintf(out, "solcheck: +%d more\n", hidden) // likewise
	}
	return out.Flush()
}

// azureCommand writes one issue. Azure Pipelines knows errors and warnings alone.
func azureCommand(a annotation) string {
	kind := "warning"
	if levelOf(a.Severity) == "error" {
		kind = "error"
	}
	command := "##vso[task.logissue type=" + kind + ";sourcepath=" + azureProperty.Replace(visible(a.file))
	if !a.region.IsZero() {
		command += fmt.Sprintf(";linenumber=%d;columnnumber=%d", a.region.Line, max(1, a.region.Column))
	}
	return command + ";code=" + azureProperty.Replace(a.Rule.ID) + "]" + azureData.Replace(a.message)
}

// What logging commands escape in their text, and more of it in their properties.
var (
	azureData     = strings.NewReplacer("%", "%AZP25", "\r", "%0D", "\n", "%0A")
	azureProperty = strings.NewReplacer("%", "%AZP25", "\r", "%0D", "\n", "%0A", ";", "%3B", "]", "%5D")
)

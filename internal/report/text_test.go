package report_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/report"
)

func TestText(t *testing.T) {
	for _, width := range []int{60, 80, 120, 200} {
		golden(t, fmt.Sprintf("text-%d.txt", width), written(t, "text", sample(), report.Options{Width: width}))
	}
	golden(t, "text-color.txt", written(t, "text", sample(), report.Options{Color: true}))
	golden(t, "text-quiet.txt", written(t, "text", sample(), report.Options{Quiet: true}))
}

// A place that the source map knows is shown where it can be opened.
func TestTextShowsSources(t *testing.T) {
	o := report.Options{SourceMap: func(p engine.Place) (string, bool) {
		return "src/Flows/Send.json", p.Path == "Workflows/Send-1.json"
	}}
	if got := string(written(t, "text", sample(), o)); !strings.Contains(got, "--> src/Flows/Send.json:3:2\n") {
		t.Errorf("no source is shown in\n%s", got)
	}
}

// Colour adds nothing that is not there without it.
func TestTextColorOnlyColors(t *testing.T) {
	colored := string(written(t, "text", sample(), report.Options{Color: true}))
	for _, code := range []string{"0", "1", "2", "1;31", "1;33", "1;34", "1;36", "1;97;41"} {
		colored = strings.ReplaceAll(colored, "\x1b["+code+"m", "")
	}
	if plain := string(written(t, "text", sample(), report.Options{})); colored != plain {
		t.Errorf("without its colours the report is\n%s\nand not\n%s", colored, plain)
	}
}

func TestTextNothingFound(t *testing.T) {
	r := sample()
	r.Findings = nil
	golden(t, "text-none.txt", written(t, "text", r, report.Options{}))
	r.Packages, r.NotChecked, r.Suppressed, r.Known = r.Packages[:1], nil, nil, nil
	golden(t, "text-none-one.txt", written(t, "text", r, report.Options{}))
	if got := written(t, "text", r, report.Options{Quiet: true}); len(got) != 0 {
		t.Errorf("a quiet report of nothing says %q", got)
	}
	if got := string(written(t, "text", &engine.Report{}, report.Options{})); got != "No package was checked.\n" {
		t.Errorf("a report of no package says %q", got)
	}
}

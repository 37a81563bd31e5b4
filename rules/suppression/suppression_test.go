package suppression_test

import (
	"bytes"
	"embed"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules/rule"
	"github.com/solcheck/solcheck/rules/suppression"
)

func TestRules(t *testing.T) {
	ruletest.Area(t, suppression.Rules, func(o *engine.Options) { o.Rules = append(o.Rules, debugScript) })
}

// debugScript finds the first debugger statement of each web resource, so that
// there is something to suppress.
var debugScript = rule.Area(embed.FS{}, &rule.Rule{
	ID:       "web-remove-debug-script",
	Requires: []*analysis.Analyzer{source.Analyzer},
	Run: func(p *rule.Pass) error {
		files := source.Of(p.Pass)
		for _, name := range files.Under("WebResources/") {
			file, err := files.Open(name)
			if err != nil {
				return err
			}
			if at := bytes.Index(file.Text, []byte("debugger;")); at >= 0 {
				p.Reportf(model.Range{From: file.Pos(at), To: file.Pos(at + len("debugger"))}, component.Ref{}, "Remove the statement")
			}
		}
		return nil
	},
})[0]

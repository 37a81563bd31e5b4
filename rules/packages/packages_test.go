package packages_test

import (
	"embed"
	"slices"
	"testing"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules/packages"
	"github.com/solcheck/solcheck/rules/rule"
)

func TestRules(t *testing.T) {
	ruletest.Area(t, packages.Rules, func(o *engine.Options) { o.Rules = append(o.Rules, fragile) })
}

func TestCompiled(t *testing.T) { ruletest.Compiled(t) }

// fragile breaks where a unit holds a certain file, so that there is something
// for FailedAnalysis to tell.
var fragile = rule.Area(embed.FS{}, &rule.Rule{
	ID: "meta-avoid-panic",
	Run: func(p *rule.Pass) error {
		if slices.Contains(p.OtherFiles, "WebResources/panic.txt") {
			panic("a file named panic")
		}
		return nil
	},
})[0]

package packages_test

import (
	"embed"
	"os"
	"path/filepath"
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

// TestFixtures checks that the assemblies of deployment packages among the
// repository's packages are ones that examples are compiled to, which hold their
// source.
func TestFixtures(t *testing.T) {
	known := make(map[string]bool)
	compiled, err := filepath.Glob(filepath.Join("testdata", "dll", "*.dll"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range compiled {
		known[text(t, name)] = true
	}
	for _, pattern := range []string{"every-rule/deployment/*.dll", "clean/appsource/*/*.dll"} {
		names, err := filepath.Glob(filepath.Join("..", "..", "testdata", filepath.FromSlash(pattern)))
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: found %q and %v", pattern, names, err)
		}
		for _, name := range names {
			if !known[text(t, name)] {
				t.Errorf("%s is compiled from no example", name)
			}
		}
	}
}

func text(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

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

package plugin_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/solcheck/solcheck/analyzers/syntax/clr"
	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules/plugin"
)

func TestRules(t *testing.T) { ruletest.Area(t, plugin.Rules) }

func TestCompiled(t *testing.T) { ruletest.Compiled(t) }

// TestPackagesAreCompiled compares the sources of the packages that hold plug-ins
// with what the compiler put into their assemblies.
func TestPackagesAreCompiled(t *testing.T) {
	testdata := filepath.Join("..", "..", "testdata")
	for source, folder := range map[string]string{
		"every-rule.cs":         filepath.Join("every-rule", "solution"),
		"every-rule-plugins.cs": filepath.Join("every-rule", "plugins"),
		"clean-plugins.cs":      filepath.Join("clean", "plugins"),
		"clean-whole.cs":        filepath.Join("clean", "whole"),
	} {
		want, err := os.ReadFile(filepath.Join(testdata, source))
		if err != nil {
			t.Fatal(err)
		}
		dlls, err := filepath.Glob(filepath.Join(testdata, folder, "PluginAssemblies", "*", "ContosoPlugins.dll"))
		if err != nil || len(dlls) != 1 {
			t.Fatalf("%s: found %q and %v", folder, dlls, err)
		}
		data, err := os.ReadFile(dlls[0])
		if err != nil {
			t.Fatal(err)
		}
		im, err := clr.Open(data)
		if err != nil {
			t.Fatal(err)
		}
		if r := im.Resources(); len(r) != 1 || !bytes.Equal(r[0].Data, want) {
			t.Errorf("%s was compiled from another %s: run the scripts in testdata", dlls[0], source)
		}
	}
}

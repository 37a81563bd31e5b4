package plugin_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
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

// TestMergedSdk sees that a copy of the SDK is told of once: by the rule about it,
// and not by the one about libraries.
func TestMergedSdk(t *testing.T) {
	page, err := os.ReadFile("avoid_merged_sdk.md")
	if err != nil {
		t.Fatal(err)
	}
	_, source, _ := strings.Cut(string(page), "```csharp Contoso.Plugins.dll\n")
	source, _, _ = strings.Cut(source, "```")
	dll, err := os.ReadFile(ruletest.CompiledFile(source))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "Contoso.Plugins.dll")
	if err := os.WriteFile(path, dll, 0o600); err != nil {
		t.Fatal(err)
	}
	var merged []string
	for _, line := range ruletest.Findings(t, path, plugin.Rules) {
		if id, _, _ := strings.Cut(line, " "); strings.HasPrefix(id, "plugin-avoid-merged-") {
			merged = append(merged, id)
		}
	}
	if want := []string{"plugin-avoid-merged-sdk"}; !slices.Equal(merged, want) {
		t.Errorf("a copy of the SDK is told of by %q, want %q", merged, want)
	}
}

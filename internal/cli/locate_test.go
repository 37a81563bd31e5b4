package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestConfigFile(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{
		".solcheck.yaml", // above the repository, so never found
		"repo/.git/HEAD", "repo/.solcheck.yaml", "repo/src/core/solution.xml",
		"repo/other/.solcheck.yaml", "repo/other/deep/sol.zip",
		"bare/.git/HEAD", "bare/sol.zip",
	} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(filepath.Join(dir, "repo", "src"))
	for _, c := range []struct {
		given string
		paths []string
		want  string
	}{
		{"any.yaml", []string{"core"}, "any.yaml"},
		{"", []string{"core"}, "../.solcheck.yaml"},
		{"", []string{"core/solution.xml", ".", "core/*.xml", "no/such/thing"}, "../.solcheck.yaml"},
		{"", []string{"../other/deep/sol.zip"}, "../other/.solcheck.yaml"},
		{"", []string{"../../bare/sol.zip"}, ""},
		{"", []string{"../../bare/sol.zip", "core"}, "../.solcheck.yaml"},
	} {
		got, err := configFile(c.given, c.paths)
		if err != nil || got != c.want {
			t.Errorf("%q %v: got %q, %v; want %q", c.given, c.paths, got, err, c.want)
		}
	}
	_, err := configFile("", []string{"core", "../other"})
	if want := "core and ../other have different configurations, ../.solcheck.yaml and ../other/.solcheck.yaml; name one with --config"; err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("got error %v, want %s", err, want)
	}
}

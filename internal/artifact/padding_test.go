package artifact

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/internal/artifact/ziptest"
)

func TestZerosBehindAZip(t *testing.T) {
	path := filepath.Join(t.TempDir(), "app.zip")
	b := ziptest.Build(t, map[string]string{"solution.xml": "<ImportExportXml><SolutionManifest/></ImportExportXml>", "customizations.xml": "<ImportExportXml/>"})
	for _, padding := range []int{1, 1 << 16, 3<<16 + 5} {
		if err := os.WriteFile(path, append(slices.Clip(b), make([]byte, padding)...), 0o600); err != nil {
			t.Fatal(err)
		}
		sources, _, err := Find([]string{path})
		if err != nil {
			t.Fatal(err)
		}
		p, err := sources[0].Open(t.Context(), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if p.Kind != unit.Solution || len(p.Faults) > 0 || len(p.Members) != 2 {
			t.Errorf("with %d zeros: %s, %d members, faults %v", padding, p.Kind, len(p.Members), p.Faults)
		}
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	}
}

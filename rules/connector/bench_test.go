package connector_test

import (
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/internal/mutation"
)

// BenchmarkRules reads one connector and judges it by all rules.
func BenchmarkRules(b *testing.B) {
	s := mutation.Connectors(1, 7)[0]
	files := analyzertest.Files{"apiDefinition.swagger.json": s.Definition, "apiProperties.json": s.Properties}
	b.SetBytes(int64(len(s.Definition) + len(s.Properties)))
	b.ReportAllocs()
	for b.Loop() {
		analyzertest.Run(b, everyRule, unit.Connector, files)
	}
}

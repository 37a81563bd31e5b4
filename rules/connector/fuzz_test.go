package connector_test

import (
	"reflect"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/internal/mutation"
	"github.com/solcheck/solcheck/rules/connector"
)

// FuzzRules judges definitions and properties of any kind by all rules: none may
// panic.
func FuzzRules(f *testing.F) {
	s := mutation.Connectors(1, 7)[0]
	f.Add(s.Definition, s.Properties)
	f.Add([]byte(`{"swagger":"2.0","host":"[","paths":{"":{"get":{"parameters":[{"in":"body"},{"in":"formData","name":""},{"in":"path"}],"responses":{"":{"headers":{"a":1}}},"x-ms-trigger":1}}},`+
		`"definitions":{"":{"$ref":"#/definitions/"},"A":{"required":[1],"enum":[{}],"default":{},"discriminator":"","x-ms-dynamic-values":{"operationId":"","parameters":{"":{"parameter":""}}}}},"security":[{"":1}],"tags":[1]}`),
		[]byte(`{"properties":{"iconBrandColor":"#","connectionParameters":{"":{"type":"","oAuthSettings":{"clientSecret":"            ","customParameters":{"":1}}}},"policyTemplateInstances":[{},1]}}`))
	f.Fuzz(func(t *testing.T, definition, properties []byte) {
		files := analyzertest.Files{"apiDefinition.swagger.json": definition, "apiProperties.json": properties}
		analyzertest.Run(t, everyRule, unit.Connector, files)
	})
}

// everyRule needs all rules but the one that reads facts about units within.
var everyRule = func() *analysis.Analyzer {
	a := &analysis.Analyzer{Name: "all", Doc: "all rules", ResultType: reflect.TypeFor[bool](), Run: func(*analysis.Pass) (any, error) { return true, nil }}
	for _, r := range connector.Rules {
		if r.ID != "connector-include-package-part" {
			a.Requires = append(a.Requires, r.Analyzer)
		}
	}
	return a
}()

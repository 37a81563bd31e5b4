package connector_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// many repeats a format with a number in it.
func many(n int, format string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(",", min(i, 1)))
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// TestHostile judges definitions that have very much of something. What grows with
// the square of it does not end.
func TestHostile(t *testing.T) {
	const n = 50_000
	body := func(schema string) string {
		return `"paths":{"/a":{"post":{"operationId":"A","parameters":[{"name":"body","in":"body","required":true,"schema":` + schema + `}],"responses":{"200":{"description":"OK","schema":` + schema + `}}}}}`
	}
	for name, rest := range map[string]string{
		"properties": body(`{"type":"object","required":[` + many(n, `"p%d"`) + `],"properties":{` + many(n, `"p%d":{"type":"string"}`) + `}}`),
		"extensions": `"paths":{},` + many(n, `"x-ms-summary%d":1`),
		"parameters": `"paths":{"/a":{"get":{"operationId":"A","parameters":[` + many(n, `{"name":"p%d","in":"query","type":"string"}`) + `]}}}`,
		"variables":  `"paths":{"/` + strings.Repeat("{a}", n) + `":{"get":{}}}`,
		"operations": `"paths":{` + many(n/4, `"/a/%d":{"get":{}}`) + `,` + many(n/4, `"/{a%d}/b":{"get":{}}`) + `}`,
		"scopes":     `"securityDefinitions":{"a":{"type":"oauth2","scopes":{` + many(n, `"s%d":""`) + `}}},"security":[{"a":[` + many(n, `"t%d"`) + `]}],"paths":{}`,
		"values":     `"definitions":{"A":{"enum":[` + many(n, `"v%d"`) + `],"x-ms-enum-values":[` + many(n, `{"value":"v%d"}`) + `]}},"paths":{}`,
		"references": `"definitions":{` + many(n, `"A%d":{"$ref":"#/definitions/A0"}`) + `},"paths":{}`,
		"composed":   `"definitions":{"A":{"allOf":[` + strings.TrimSuffix(strings.Repeat(`{"$ref":"#/definitions/A"},`, n), ",") + `]}},"paths":{}`,
		"arguments":  body(`{"type":"object","x-ms-dynamic-schema":{"operationId":"A","parameters":{` + many(n, `"p%d":{"parameter":"p/p"}`) + `}}}`),
	} {
		t.Run(name, func(t *testing.T) {
			files := analyzertest.Files{"apiDefinition.swagger.json": []byte(`{"swagger":"2.0","info":{"title":"A","version":"1"},` + rest + `}`)}
			analyzertest.Run(t, everyRule, unit.Connector, files)
		})
	}
}

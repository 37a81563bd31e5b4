package component_test

import (
	"testing"

	"github.com/solcheck/solcheck/analyzers/component"
)

func TestTypeString(t *testing.T) {
	for typ, want := range map[component.Type]string{
		component.Table:               "table",
		component.Step:                "SDK message processing step",
		component.App:                 "model-driven app",
		component.Solution:            "solution",
		component.EnvironmentVariable: "environment variable definition",
		10061:                         "component type 10061",
		0:                             "component",
	} {
		if got := typ.String(); got != want {
			t.Errorf("Type(%d).String() = %q, want %q", int(typ), got, want)
		}
	}
}

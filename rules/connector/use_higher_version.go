package connector

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var useHigherVersion = &rule.Rule{
	ID:        "connector-use-higher-version",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/operational-versioning",
	Kinds:     kinds(),
	Requires:  compareRequires(),
	Run: comparisons(func(c *check, p connector.Pair) {
		now, before := p.Now.Version, p.Before.Version
		switch order := compareVersions(now.Value, before.Value); {
		case !now.IsSet() || !before.IsSet():
		case order < 0:
			c.say(now, "", "The version is %q and was %q before; count it up", now.Value, before.Value)
		case order == 0 && hasChanged(p):
			c.say(now, "", "The version is %q as before, and the connector has changed; count it up", now.Value)
		}
	}),
}

// compareVersions compares versions number by number; what is no number counts as
// zero.
func compareVersions(a, b string) int {
	left, right := strings.Split(a, "."), strings.Split(b, ".")
	for i := range max(len(left), len(right)) {
		if d := numberAt(left, i) - numberAt(right, i); d != 0 {
			return d
		}
	}
	return 0
}

func numberAt(parts []string, i int) int {
	if i >= len(parts) {
		return 0
	}
	n, err := strconv.Atoi(strings.TrimLeft(parts[i], "vV"))
	if err != nil {
		return 0
	}
	return n
}

// hasChanged reports whether flows and apps see another connector than before.
func hasChanged(p connector.Pair) bool {
	return !reflect.DeepEqual(bare(p.Now), bare(p.Before))
}

// bare returns a facade without its places and its version.
func bare(f *connector.Facade) *connector.Facade {
	c := &connector.Facade{Title: f.Title, Parameters: placeless(f.Parameters)}
	for _, o := range f.Operations {
		s := *o
		s.At, s.Inputs, s.Outputs = model.Range{}, placeless(o.Inputs), placeless(o.Outputs)
		c.Operations = append(c.Operations, &s)
	}
	return c
}

func placeless(list []connector.Value) []connector.Value {
	values := make([]connector.Value, len(list))
	for i, v := range list {
		v.At = model.Range{}
		values[i] = v
	}
	return values
}

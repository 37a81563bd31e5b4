package connector

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

// kinds are the units that hold connectors.
func kinds() []unit.Kind { return []unit.Kind{unit.Connector, unit.Solution, unit.Folder} }

// requires is what the rules read.
func requires() []*analysis.Analyzer { return []*analysis.Analyzer{connector.Analyzer} }

// A check is one connector under judgement.
type check struct {
	pass *rule.Pass
	*connector.Connector
}

// say reports a finding. The code is the name that Microsoft's validator has for
// what is wrong, by which people search; it is empty where that has none.
func (c *check) say(at analysis.Range, code, format string, args ...any) {
	message := fmt.Sprintf(format, args...)
	if code != "" {
		message += " (" + code + ")"
	}
	where := model.At(at, c.Home)
	c.pass.Reportf(where, c.Ref, "%s", message)
}

// connectors makes the run function of a rule about connectors.
func connectors(judge func(*check)) func(*rule.Pass) error {
	return func(p *rule.Pass) error {
		for _, c := range connector.Of(p.Pass).Connectors {
			judge(&check{p, c})
		}
		return nil
	}
}

// definitions makes the run function of a rule about definitions that are of the
// accepted format and were understood as a whole: of what is broken the rules
// about JSON tell.
func definitions(judge func(*check, *connector.Definition)) func(*rule.Pass) error {
	return connectors(func(c *check) {
		if d := c.Definition; d != nil && d.Format == connector.Swagger && d.IsWhole() {
			judge(c, d)
		}
	})
}

// operations makes the run function of a rule about single operations.
func operations(judge func(*check, *connector.Operation)) func(*rule.Pass) error {
	return definitions(func(c *check, d *connector.Definition) {
		for _, o := range d.Operations {
			judge(c, o)
		}
	})
}

// schemas makes the run function of a rule about single schemas, those of
// parameters and headers among them.
func schemas(judge func(*check, *connector.Schema)) func(*rule.Pass) error {
	return definitions(func(c *check, d *connector.Definition) {
		for _, s := range d.All {
			if !s.Ref.IsSet() {
				judge(c, s)
			}
		}
	})
}

// quoted joins words for a message: `"a", "b" or "c"`.
func quoted(words []string, last string) string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = strconv.Quote(w)
	}
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " " + last + " " + list[len(list)-1]
}

// theName returns a name in quotes, or words for what has none.
func theName(name, otherwise string) string {
	if name == "" {
		return otherwise
	}
	return strconv.Quote(name)
}

// at returns the place of the first node that is there.
func at(nodes ...*connector.Node) model.Range {
	for _, n := range nodes {
		if n != nil {
			return model.Range{From: n.Pos(), To: n.End()}
		}
	}
	return model.Range{}
}

// start returns the place where an object begins, for what is not in it.
func start(n *connector.Node) model.Range {
	if n == nil {
		return model.Range{}
	}
	return model.Range{From: n.Pos(), To: n.Pos() + 1}
}

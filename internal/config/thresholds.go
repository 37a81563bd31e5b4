package config

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"github.com/solcheck/solcheck/analyzers/near"
	"github.com/solcheck/solcheck/rules/rule"
)

// ParseLimit reads what a command line sets the limit of a rule to:
// "form-limit-tabs=12". The rule must be one of the catalogue and have a limit, and
// the number must be in its range.
func ParseLimit(pair string, catalogue []*rule.Rule) (id string, n int, err error) {
	id, word, isPair := strings.Cut(pair, "=")
	if !isPair {
		return "", 0, fmt.Errorf(`expected ID=NUMBER, as in "form-limit-tabs=12", and not %.80q`, pair)
	}
	limit, err := limitOf(catalogue, id)
	if err != nil {
		return "", 0, err
	}
	if n, err = strconv.Atoi(word); err != nil {
		return "", 0, limit.Refuse(fmt.Sprintf("%.40q", word))
	}
	return id, n, limit.Check(n)
}

// limitOf returns the limit of a rule. Its error names the nearest rule of those
// that have one, or all.
func limitOf(catalogue []*rule.Rule, id string) (*rule.Limit, error) {
	if err := KnownRule(catalogue, id); err != nil {
		return nil, err
	}
	var limited []string
	for _, r := range catalogue {
		if r.Limit == nil {
			continue
		}
		if r.ID == id {
			return r.Limit, nil
		}
		limited = append(limited, r.ID)
	}
	hint := near.Hint(id, limited)
	if hint == "" {
		hint = "; those that have one are " + strings.Join(limited, ", ")
	}
	return nil, fmt.Errorf("the rule %q has no limit that could be set%s", id, hint)
}

// threshold reads one entry of "thresholds".
func (p *builder) threshold(key, value ast.Node, id string) {
	limit, err := limitOf(p.catalogue, id)
	if err != nil {
		p.fail(key, "%v", err)
		return
	}
	n, ok := integer(value)
	if !ok {
		p.fail(value, "%v", limit.Refuse(noNumber(value)))
		return
	}
	if err := limit.Check(n); err != nil {
		p.fail(value, "%v", err)
	}
	p.Thresholds[id] = n
}

// noNumber says what stands where a number should: a text is called one, for "8"
// looks like a number.
func noNumber(n ast.Node) string {
	switch n := n.(type) {
	case *ast.NullNode:
		return "an empty value"
	case *ast.StringNode:
		return fmt.Sprintf("the text %.40q", n.Value)
	default:
		return kindOf(n)
	}
}

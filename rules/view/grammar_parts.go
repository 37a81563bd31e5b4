package view

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/near"
)

// column looks at a column that the query returns.
func (g *grammar) column(c *fetchxml.Column) {
	if !c.Name.IsSet() {
		g.refuse(c, "a column is not named; add the attribute \"name\"")
	}
	g.flag("groupby", c.GroupBy)
	g.word("aggregate", c.Aggregate, "count", "countcolumn", "sum", "avg", "min", "max")
	g.word("dategrouping", c.DateGrouping, "day", "week", "month", "quarter", "year", "fiscal-period", "fiscal-year")
	if !g.q.Aggregate.Value {
		return
	}
	switch { // what the platform says of one column it says once
	case c.Aggregate.IsSet() && c.GroupBy.Value:
		g.refuse(c, "the column %q is grouped by and added up; take it twice, each with an alias of its own", c.Name.Value)
	case !c.Aggregate.IsSet() && !c.GroupBy.IsSet():
		g.refuse(c, "in a query with aggregates the column %q has neither \"aggregate\" nor \"groupby\"; add one, or remove the column", c.Name.Value)
	case c.Aggregate.IsSet() && !c.Alias.IsSet(): // of groups the reference has an example without
		g.refuse(c, "the sum or number of %q has no alias; add one", c.Name.Value)
	}
}

// order looks at a step of the sorting: by an alias in queries with aggregates, by
// a column in others.
func (g *grammar) order(o *fetchxml.Order) {
	g.flag("descending", o.Descending)
	g.alias(o.Link)
	switch isAggregate := g.q.Aggregate.Value; {
	case isAggregate && o.Column.IsSet():
		g.refuse(o.Column, "a query with aggregates cannot sort by the column %q; sort by an alias", o.Column.Value)
	case isAggregate && !o.Alias.IsSet():
		g.refuse(o, "a query with aggregates sorts by an alias, and the element \"order\" names none")
	case !isAggregate && !o.Column.IsSet() && o.Alias.IsSet():
		g.refuse(o.Alias, "a query without aggregates cannot sort by the alias %q; sort by a column", o.Alias.Value)
	case !isAggregate && !o.Column.IsSet():
		g.refuse(o, "the element \"order\" names no column")
	}
}

// alias looks whether there is a linked table of that alias.
func (g *grammar) alias(link model.Text) {
	if link.IsSet() && isPlain(link.Value) && !g.isOpen && !g.linked[strings.ToLower(link.Value)] {
		g.refuse(link, "no linked table has the alias %q", link.Value)
	}
}

//go:embed operators.tsv
var operatorsTSV string

// operators are the operators of conditions with the number of values that each
// takes: "n" for several. The list is that of the reference of FetchXML, 2024.
var operators = sync.OnceValue(func() map[string]string {
	table := make(map[string]string, 96)
	for line := range strings.Lines(operatorsTSV) {
		name, values, _ := strings.Cut(strings.TrimSpace(line), "\t")
		table[name] = values
	}
	return table
})

func (g *grammar) condition(c *fetchxml.Condition) {
	g.alias(c.Link)
	if !c.Operator.IsSet() {
		g.refuse(c, "the condition on %q has no operator; add one", c.Column.Value)
		return
	}
	values, ok := operators()[strings.ToLower(c.Operator.Value)]
	if !ok {
		g.operator(c)
		return
	}
	if c.ValueOf.IsSet() {
		if !holds([]string{"eq", "ne", "neq", "gt", "ge", "lt", "le"}, c.Operator.Value) {
			g.refuse(c.Operator, "%q cannot compare two columns; use \"eq\", \"ne\", \"gt\", \"ge\", \"lt\" or \"le\"", c.Operator.Value)
		}
		return
	}
	g.values(c, values)
}

// operator tells of one that does not exist.
func (g *grammar) operator(c *fetchxml.Condition) {
	if !isPlain(c.Operator.Value) {
		return
	}
	hint := near.Hint(c.Operator.Value, slices.Sorted(maps.Keys(operators())))
	if hint == "" {
		hint = "; see the list of operators in the reference of FetchXML"
	}
	g.refuse(c.Operator, "there is no operator %q%s", c.Operator.Value, hint)
}

// values looks whether there are as many as the operator needs. Too many of them
// are no matter of the platform's error codes.
func (g *grammar) values(c *fetchxml.Condition, needs string) {
	n := 0
	for range c.All() {
		n++
	}
	switch {
	case g.q.Partial:
	case needs == "2" && n != 2:
		g.refuse(c, "the operator %q takes two values, in elements \"value\", and has %d", c.Operator.Value, n)
	case (needs == "1" || needs == "n") && n == 0:
		g.refuse(c, "the operator %q needs a value, and the condition on %q has none; add it, or use \"null\" or \"not-null\"", c.Operator.Value, c.Column.Value)
	}
}

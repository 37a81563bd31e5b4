package connector

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
)

// textOf returns the string that n holds; the zero Text where n is no string.
func textOf(n *jsontree.Node) model.Text {
	s, ok := n.Text()
	if !ok {
		return model.Text{}
	}
	return model.Text{Value: s, Range: rangeOf(n)}
}

// textsOf returns the strings of an array.
func textsOf(n *jsontree.Node) []model.Text {
	var list []model.Text
	for _, item := range n.Items() {
		if t := textOf(item); t.IsSet() {
			list = append(list, t)
		}
	}
	return list
}

func keyOf(k jsontree.Key) model.Text {
	return model.Text{Value: k.Name, Range: model.Range{From: k.Pos(), To: k.End()}}
}

func rangeOf(n *jsontree.Node) model.Range { return model.Range{From: n.Pos(), To: n.End()} }

// isTrue reports whether n is true, or the word in any case of letters, which
// the platform takes for it.
func isTrue(n *jsontree.Node) bool {
	s, _ := n.Text()
	return n.IsTrue() || strings.EqualFold(s, "true")
}

package model_test

import (
	"testing"

	"github.com/solcheck/solcheck/analyzers/model"
)

func TestAt(t *testing.T) {
	leaf := model.Text{Range: model.Range{From: 3, To: 5}}
	owner := model.Range{From: 1, To: 9}
	if got := model.At(leaf, owner); got != leaf.Range {
		t.Errorf("a set leaf: %v", got)
	}
	if got := model.At(model.Text{}, owner); got != owner {
		t.Errorf("an absent leaf: %v", got)
	}
	if got := model.At(); got.IsSet() {
		t.Errorf("nothing: %v", got)
	}
}

func TestNumberIs(t *testing.T) {
	place := model.Range{From: 1, To: 2}
	for _, c := range []struct {
		n    model.Int
		want bool
	}{
		{model.Int{}, false},
		{model.Int{Range: place}, true},
		{model.Int{Bad: "x", Range: place}, false},
		{model.Int{Value: 1, Range: place}, false},
	} {
		if got := c.n.Is(0); got != c.want {
			t.Errorf("%+v: %v", c.n, got)
		}
	}
}

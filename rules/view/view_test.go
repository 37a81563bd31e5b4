package view_test

import (
	"testing"

	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules/view"
)

func TestRules(t *testing.T) { ruletest.Area(t, view.Rules) }

func TestCompiled(t *testing.T) { ruletest.Compiled(t) }

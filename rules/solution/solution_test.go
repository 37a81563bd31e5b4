package solution_test

import (
	"testing"

	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules/solution"
)

func TestRules(t *testing.T) { ruletest.Area(t, solution.Rules) }

package variable_test

import (
	"testing"

	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules/variable"
)

func TestRules(t *testing.T) { ruletest.Area(t, variable.Rules) }

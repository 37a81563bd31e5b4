package step_test

import (
	"testing"

	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules/step"
)

func TestRules(t *testing.T) { ruletest.Area(t, step.Rules) }

package il_test

import (
	"testing"

	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules/il"
)

func TestRules(t *testing.T) { ruletest.Area(t, il.Rules) }

func TestCompiled(t *testing.T) { ruletest.Compiled(t) }

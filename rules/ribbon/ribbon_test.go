package ribbon_test

import (
	"testing"

	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules/ribbon"
)

func TestRules(t *testing.T) { ruletest.Area(t, ribbon.Rules) }

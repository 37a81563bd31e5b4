package role_test

import (
	"testing"

	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules/role"
)

func TestRules(t *testing.T) { ruletest.Area(t, role.Rules) }

package table_test

import (
	"testing"

	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules/table"
)

func TestRules(t *testing.T) { ruletest.Area(t, table.Rules) }

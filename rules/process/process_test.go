package process_test

import (
	"testing"

	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules/process"
)

func TestRules(t *testing.T) { ruletest.Area(t, process.Rules) }

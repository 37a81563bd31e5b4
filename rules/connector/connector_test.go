package connector_test

import (
	"testing"

	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules/connector"
)

func TestRules(t *testing.T) { ruletest.Area(t, connector.Rules) }

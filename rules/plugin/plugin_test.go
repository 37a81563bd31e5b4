package plugin_test

import (
	"testing"

	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules/plugin"
)

func TestRules(t *testing.T) { ruletest.Area(t, plugin.Rules) }

func TestCompiled(t *testing.T) { ruletest.Compiled(t) }

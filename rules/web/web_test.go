package web_test

import (
	"testing"

	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules/web"
)

func TestRules(t *testing.T) { ruletest.Area(t, web.Rules) }

package form_test

import (
	"testing"

	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules/form"
)

func TestRules(t *testing.T) { ruletest.Area(t, form.Rules) }

package meta_test

import (
	"testing"

	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules/meta"
)

func TestRules(t *testing.T) { ruletest.Area(t, meta.Rules) }

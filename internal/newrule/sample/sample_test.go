package sample_test

import (
	"testing"

	"github.com/solcheck/solcheck/internal/newrule/sample"
	"github.com/solcheck/solcheck/internal/ruletest"
)

func TestRules(t *testing.T) { ruletest.Area(t, sample.Rules) }

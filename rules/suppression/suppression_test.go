package suppression_test

import (
	"testing"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules/meta"
	"github.com/solcheck/solcheck/rules/suppression"
)

func TestRules(t *testing.T) {
	ruletest.Area(t, suppression.Rules, func(o *engine.Options) { o.Rules = append(o.Rules, meta.Rules...) })
}

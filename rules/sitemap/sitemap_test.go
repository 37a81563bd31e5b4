package sitemap_test

import (
	"testing"

	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules/sitemap"
)

func TestRules(t *testing.T) { ruletest.Area(t, sitemap.Rules) }

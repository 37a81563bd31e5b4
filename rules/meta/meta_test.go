package meta

import (
	"testing"

	"github.com/solcheck/solcheck/internal/ruletest"
)

func TestRules(t *testing.T) { ruletest.Area(t, Rules) }

package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useLogoSize = &rule.Rule{
	ID:        "package-use-logo-size",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  appSourcePage,
	Kinds:     []unit.Kind{unit.AppSource},
	Requires:  []*analysis.Analyzer{appsource.Analyzer},
	Run:       runUseLogoSize,
}

// logoSide is how wide and how high a logo must be, in pixels.
const logoSide = 32

func runUseLogoSize(p *rule.Pass) error {
	for _, logo := range appsource.Of(p.Pass).Logos {
		if logo.Width > 0 && (logo.Width != logoSide || logo.Height != logoSide) {
			p.Reportf(logo, component.Ref{}, "The logo %q has %d by %d pixels; make it 32 by 32", logo.Member, logo.Width, logo.Height)
		}
	}
	return nil
}

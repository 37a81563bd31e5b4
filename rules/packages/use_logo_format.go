package packages

import (
	"path"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useLogoFormat = &rule.Rule{
	ID:        "package-use-logo-format",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  appSourcePage,
	Kinds:     []unit.Kind{unit.AppSource},
	Requires:  []*analysis.Analyzer{appsource.Analyzer},
	Run:       runUseLogoFormat,
}

func runUseLogoFormat(p *rule.Pass) error {
	for _, logo := range appsource.Of(p.Pass).Logos {
		switch ext := strings.ToLower(path.Ext(logo.Member)); {
		case logo.Format == "":
			p.Reportf(logo, component.Ref{}, "The logo %q is neither a PNG nor a JPEG picture; save it as one of these", logo.Member)
		case logo.Broken != "":
			p.Reportf(logo, component.Ref{}, "The logo %q cannot be read as a %s picture (%s); save it again", logo.Member, logo.Format, logo.Broken)
		case logo.Format == "PNG" && ext != ".png", logo.Format == "JPEG" && ext != ".jpg" && ext != ".jpeg":
			p.Reportf(logo, component.Ref{}, "The logo %q is a %s picture; give it the extension that says so", logo.Member, logo.Format)
		}
	}
	return nil
}

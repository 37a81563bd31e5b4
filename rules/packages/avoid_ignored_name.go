package packages

import (
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidIgnoredName = &rule.Rule{
	ID:        "package-avoid-ignored-name",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  importConfigPage,
	Kinds:     []unit.Kind{unit.AppSource, unit.Deployment},
	Requires:  []*analysis.Analyzer{appsource.Analyzer, deployment.Analyzer},
	Run:       runAvoidIgnoredName,
}

func runAvoidIgnoredName(p *rule.Pass) error {
	for _, n := range appsource.Of(p.Pass).Ignored {
		reportIgnored(p, n.Range, n.Attribute, n.Name, n.In, n.Meant)
	}
	for _, n := range deployment.Of(p.Pass).Ignored {
		reportIgnored(p, n.Range, n.Attribute, n.Name, n.In, n.Meant)
	}
	return nil
}

func reportIgnored(p *rule.Pass, at model.Range, isAttribute bool, name, in, meant string) {
	what := "element"
	if isAttribute {
		what = "attribute"
	}
	cure := "take it out"
	if meant != "" {
		cure = fmt.Sprintf("write %q", meant)
	}
	p.Reportf(at, component.Ref{}, "%q has the %s %q, which the format does not know and which is silently passed over; %s", in, what, name, cure)
}

package packages

import (
	"regexp"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useOwnPublisher = &rule.Rule{
	ID:        "package-use-own-publisher",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Package,
	Rulesets:  rule.AppSource,
	Guidance:  appSolutionPage,
	Kinds:     []unit.Kind{unit.Deployment},
	Requires:  []*analysis.Analyzer{deployment.Analyzer, solution.Analyzer},
	Run:       runUseOwnPublisher,
}

// defaultPrefix matches the prefixes that environments give their own publishers.
var defaultPrefix = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(new|cr[0-9a-f]{3})$`) })

func runUseOwnPublisher(p *rule.Pass) error {
	for _, s := range deployment.Of(p.Pass).Solutions {
		m := manifestOf(p, p.Pkg, s.File.Member)
		if m == nil {
			continue
		}
		name := strings.ToLower(m.PublisherName.Value)
		if strings.HasPrefix(name, "defaultpublisher") || strings.HasPrefix(name, "cds default publisher") || defaultPrefix().MatchString(m.PublisherPrefix.Value) {
			p.Reportf(model.At(m.PublisherName, m), refOf(m), "Solution %q has the publisher %q with prefix %q, which every environment has of its own, so names of two vendors may meet; make a publisher for your company",
				m.UniqueName.Value, m.PublisherName.Value, m.PublisherPrefix.Value)
		}
	}
	return nil
}

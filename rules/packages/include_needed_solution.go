package packages

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeNeededSolution = &rule.Rule{
	ID:        "package-include-needed-solution",
	Severity:  rule.Low,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.AppSource,
	Guidance:  appSolutionPage,
	Kinds:     []unit.Kind{unit.Deployment},
	Requires:  []*analysis.Analyzer{deployment.Analyzer, solution.Analyzer},
	Run:       runIncludeNeededSolution,
}

// microsoftSolutions are Microsoft's own that the manifests of real solutions name
// as needed and whose names do not tell so, as met in some thousand of them.
const microsoftSolutions = `
ActivityFeeds ActivityFeedsCore AppModule AppModuleWebResources AppNotifications ApplicationUserSolution AuthorizationCore Basic
BaseCustomControlsCore CustomControlsCore Default EnvironmentVariables FHIRCommonCore FieldService FieldServiceCommon
MetadataExtension MobileOfflineMembership OCBaseURBase OmnichannelBase ProjectService ProjectServiceCore RTXCommonSolution
RelationshipAnalytics SampleEditorCustomControl SettingDefinitionsData System`

// isBuiltIn reports whether a solution is one of Microsoft's.
func isBuiltIn(name string) bool {
	lower := strings.ToLower(name)
	for _, prefix := range []string{"msdyn", "msft_", "mspp_", "microsoft", "power", "adx", "dynamics"} {
		if strings.HasPrefix(lower, prefix) {
			return true
		}
	}
	return slices.Contains(strings.Fields(strings.ToLower(microsoftSolutions)), lower)
}

func runIncludeNeededSolution(p *rule.Pass) error {
	var manifests []*solution.Manifest
	supplied := make(map[string]bool)
	for _, s := range deployment.Of(p.Pass).Solutions {
		m := manifestOf(p, p.Pkg, s.File.Member)
		if m == nil {
			return nil // what was not read may supply anything
		}
		manifests = append(manifests, m)
		supplied[strings.ToLower(m.UniqueName.Value)] = true
	}
	for _, m := range manifests {
		told := make(map[string]bool)
		for _, d := range m.MissingDependencies {
			name := strings.ToLower(d.SolutionName)
			if d.Active || name == "" || supplied[name] || told[name] || isBuiltIn(name) {
				continue
			}
			told[name] = true
			p.Reportf(d, refOf(m), "Solution %q needs %s %q of solution %q, which neither the package brings nor Microsoft, so it must have been installed before; add it to the package, or tell customers",
				m.UniqueName.Value, d.Required.Type, d.Required.Name, d.SolutionName)
		}
	}
	return nil
}

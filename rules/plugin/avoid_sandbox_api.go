package plugin

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/syntax/clr"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidSandboxAPI = &rule.Rule{
	ID:        "plugin-avoid-sandbox-api",
	Severity:  rule.High,
	Category:  rule.OnlineMigration,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidSandboxAPI,
}

//go:embed sandbox_api.txt
var sandboxAPI string

// runAvoidSandboxAPI looks for what the sandbox refuses: the file system, the registry,
// processes and sockets.
func runAvoidSandboxAPI(p *rule.Pass) error {
	refused := strings.Fields(sandboxAPI)
	for call := range managed.Calls(p) {
		if isRefused(refused, call.Member) {
			managed.ReportCall(p, call, "calls %q, which the sandbox of Dataverse refuses; keep files and settings in tables", call.Member)
		}
	}
	return nil
}

// isRefused reports whether a member is in the list: by itself, with its type, or
// with the namespace of its type ("System.Windows.Forms.*").
func isRefused(refused []string, m *clr.Member) bool {
	owner := m.OwnerName()
	namespace := owner[:max(strings.LastIndexByte(owner, '.'), 0)]
	return slices.Contains(refused, owner) || slices.Contains(refused, owner+"."+m.Name) || slices.Contains(refused, namespace+".*")
}

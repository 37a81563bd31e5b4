package web

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var useGetsecurityroleprivilegesinfo = &rule.Rule{
	ID:        "web-use-getsecurityroleprivilegesinfo",
	Severity:  rule.High,
	Category:  rule.Performance,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/use-getsecurityroleprivilegesinfo",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runUseGetsecurityroleprivilegesinfo,
}

func runUseGetsecurityroleprivilegesinfo(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for n := range s.Named("securityRolePrivileges") {
			object := n.Child(0)
			if object.Name() == "userSettings" || strings.HasSuffix(object.Path().Inner(), ".userSettings") {
				p.Reportf(n, s.Ref(), "Reading securityRolePrivileges keeps the form waiting for the server; await userSettings.getSecurityRolePrivilegesInfo()")
			}
		}
	}
	return nil
}

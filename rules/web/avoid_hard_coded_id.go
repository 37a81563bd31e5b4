package web

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidHardCodedID = &rule.Rule{
	ID:        "web-avoid-hard-coded-id",
	Severity:  rule.Low,
	Category:  rule.Maintainability,
	Component: rule.WebResource,
	Guidance:  "https://learn.microsoft.com/power-platform/alm/environment-variables-alm",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer, customizations.Analyzer},
	Run:       runAvoidHardCodedID,
}

// guidPattern is a text that is a GUID and nothing else.
var guidPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\{?[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\}?$`)
})

func runAvoidHardCodedID(p *rule.Pass) error {
	own := make(map[string]bool)
	for _, c := range customizations.Of(p.Pass).Components {
		own[c.ID.Value] = true
	}
	for _, t := range customizations.Of(p.Pass).Tables {
		for _, f := range t.Forms {
			own[f.ID.Value] = true
		}
	}
	for _, s := range webresource.Of(p.Pass).Scripts {
		for n, text := range texts(s, "-") {
			if len(text) < 36 || len(text) > 38 || !guidPattern().MatchString(text) {
				continue
			}
			if id := strings.ToLower(strings.Trim(text, "{}")); !own[id] && !isInvented(id) && !isStable(n) {
				p.Reportf(n, s.Ref(), "The identifier %q is that of one environment, if it is that of a row; look the row up by a key, or hold it in an environment variable", text)
			}
		}
	}
	return nil
}

// stable are the ends of names, in lower case, of what has the same identifier in
// all environments or is no row at all.
var stable = []string{"formid", "viewid", "form", "view", "appid", "applicationid", "clientid", "tenantid", "webresourceid", "dashboardid", "sitemapid", "classid", "solutionid", "controlid", "getelementbyid", "instrumentationkey"}

// isStable reports whether a text is given to something whose name says that it is
// not the identifier of a row.
func isStable(n javascript.Node) bool {
	var name string
	switch around := n.Parent(); around.Kind() {
	case javascript.Property:
		name = around.Name()
	case javascript.Declarator, javascript.Assign, javascript.Binary:
		name = around.Child(0).Name()
	case javascript.Call:
		name = around.Callee().Name()
	default:
	}
	name = strings.ReplaceAll(strings.ToLower(name), "_", "")
	return slices.ContainsFunc(stable, func(end string) bool { return strings.HasSuffix(name, end) })
}

// isInvented reports whether a GUID has few digits of its own, such as the empty
// one: it stands for nothing.
func isInvented(id string) bool {
	digits := make(map[rune]bool)
	for _, d := range id {
		digits[d] = true
	}
	return len(digits) <= 4 // the hyphen is one
}

package packages

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var usePackageLocale = &rule.Rule{
	ID:        "package-use-package-locale",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  appSourcePage,
	Kinds:     []unit.Kind{unit.AppSource},
	Requires:  []*analysis.Analyzer{appsource.Analyzer},
	Run:       runUsePackageLocale,
}

func runUsePackageLocale(p *rule.Pass) error {
	m := appsource.Of(p.Pass)
	seen := make(map[int]bool)
	var first *appsource.Locale // that is the default
	for _, l := range m.Locales {
		judgeLocale(p, l)
		isDefault := strings.EqualFold(l.IsDefault.Value, "true")
		switch {
		case l.Code.Value > 0 && seen[l.Code.Value]:
			p.Reportf(l.Code, component.Ref{}, "The locale %d is described twice; keep one of them", l.Code.Value)
		case isDefault && first != nil:
			p.Reportf(l.IsDefault, component.Ref{}, "The locale %q is a second default beside %q; one locale alone has IsDefault=\"true\"", l.CodeText.Value, first.CodeText.Value)
		case isDefault:
			first = l
		}
		seen[l.Code.Value] = true
	}
	if first == nil && len(m.Locales) > 0 {
		p.Reportf(model.At(m.Locales[0]), component.Ref{}, "No locale is the default; write IsDefault=\"true\" at the one that customers of other languages are to see")
	}
	return nil
}

// judgeLocale reports what is wrong with one locale by itself.
func judgeLocale(p *rule.Pass, l *appsource.Locale) {
	switch {
	case l.CodeText.Value == "":
		p.Reportf(model.At(l.CodeText, l), component.Ref{}, "A locale has no Code; write the number of its language, such as 1033 for English")
	case l.Code.Bad != "" || l.Code.Value <= 0 || l.Code.Value > 0xFFFFF:
		p.Reportf(l.CodeText, component.Ref{}, "The locale %q is no language; write its decimal number, such as 1033 for English", l.CodeText.Value)
	}
	if v := l.IsDefault.Value; v != "true" && v != "false" {
		p.Reportf(model.At(l.IsDefault, l), component.Ref{}, "IsDefault of the locale %q is %q; write \"true\" or \"false\" in small letters", l.CodeText.Value, v)
	}
}

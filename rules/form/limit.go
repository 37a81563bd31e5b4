package form

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/rules/rule"
)

// limit reports forms that have more of something than the rule lets pass, at the
// form: where the first one too many stands depends on the limit. Count returns how
// many a form has.
//
// Microsoft asks for few of each and gives no numbers. The defaults were set by what
// real forms have: of the main forms in some nine hundred solutions, fewer than one
// in a hundred is beyond any of them.
func limit(p *rule.Pass, count func(*customizations.Form) int, format string) error {
	for form := range customizations.Of(p.Pass).Forms() {
		if form.Unmodified || form.Table == "" || strings.EqualFold(form.Kind, "card") {
			continue
		}
		if n := count(form); n > p.Limit() {
			p.Reportf(form, form.Ref(), format, form.Title(), n, p.Limit())
		}
	}
	return nil
}

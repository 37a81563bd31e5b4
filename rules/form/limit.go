package form

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

// The limits from which a form is called too large. Microsoft asks for few of
// each and gives no numbers. These were set by what real forms have: of the
// main forms in some nine hundred solutions, fewer than one in a hundred is
// beyond any of them.
const (
	maxControls     = 100
	maxLibraries    = 5
	maxLoadHandlers = 5
	maxTabs         = 8
)

// limit reports forms that have more than so many of something, at the first one
// that is too many. Count returns the places of those that a form has.
func limit(p *rule.Pass, most int, count func(*customizations.Form) []model.Range, format string) error {
	for form := range customizations.Of(p.Pass).Forms() {
		if form.Unmodified || form.Table == "" || strings.EqualFold(form.Kind, "card") {
			continue
		}
		if places := count(form); len(places) > most {
			p.Reportf(places[most], form.Ref(), format, form.Title(), len(places), most)
		}
	}
	return nil
}

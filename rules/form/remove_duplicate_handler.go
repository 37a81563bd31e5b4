package form

import (
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeDuplicateHandler = &rule.Rule{
	ID:        "form-remove-duplicate-handler",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  eventsPage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runRemoveDuplicateHandler,
}

func runRemoveDuplicateHandler(p *rule.Pass) error {
	for form := range customizations.Of(p.Pass).Forms() {
		if !form.Unmodified {
			duplicateHandlers(p, form)
		}
	}
	return nil
}

func duplicateHandlers(p *rule.Pass, form *customizations.Form) {
	const word = "The first handler"
	first := make(map[[5]string]*customizations.Handler)
	named := make(map[[3]string]*customizations.Handler) // by event and function, whatever the library
	for i, e := range form.Events {
		for _, h := range e.Handlers {
			if !h.IsCalled() {
				continue
			}
			event, column, library := eventKey(e, i), strings.ToLower(e.Column.Value), strings.ToLower(h.Library.Value)
			key, name := [5]string{event, column, h.Function.Value, library, h.Parameters.Value}, [3]string{event, column, h.Function.Value}
			switch other := named[name]; {
			case first[key] != nil:
				p.ReportWith(h, form.Ref(), first[key], word, "Event %q of %s calls %q of library %q a second time; remove one of the two handlers", e.Name.Value, form.Title(), h.Function.Value, h.Library.Value)
			case other != nil && !strings.EqualFold(other.Library.Value, h.Library.Value):
				p.ReportWith(h, form.Ref(), other, word, "Event %q of %s calls %q of library %q and of library %q; a form has one function of a name, so the one that was loaded last runs twice; give the functions names of their own, or remove one of the two handlers",
					e.Name.Value, form.Title(), h.Function.Value, other.Library.Value, h.Library.Value)
			case other == nil:
				named[name] = h
			}
			if first[key] == nil {
				first[key] = h
			}
		}
	}
}

// eventKey tells whether two elements are one event: those of the whole form and
// those of a column may be written in several parts. Others, of tabs and grids,
// are not named by their column and so stay apart.
func eventKey(e *customizations.Event, index int) string {
	name := strings.ToLower(e.Name.Value)
	if name == "onload" && !e.Control.IsSet() || name == "onsave" || name == "onchange" && e.Column.Value != "" {
		return name
	}
	return strconv.Itoa(index)
}

package report

import (
	"fmt"
	"strings"

	"github.com/solcheck/solcheck/internal/engine"
)

// A htmlSection is a list between the summary and the findings: what is to be known
// of the packages beside the findings. Its words are shown as they are.
type htmlSection struct {
	ID    string // for links
	Title string
	Lead  string // a sentence before the list, empty for none
	Open  bool   // from the beginning
	Items []htmlItem
}

// A htmlItem is one thing in a section.
type htmlItem struct {
	Mark  string // the verdict, shown first; empty where there is none
	Path  string // shown as code; empty for none
	Text  string
	Notes []string // below it
}

// sections returns the sections of the page in their order. One that has nothing to
// say is left out. What else a report tells of whole packages belongs here.
func sections(r *engine.Report) []htmlSection {
	list := gateSections(r)
	if len(r.NotChecked) > 0 {
		list = append(list, notCheckedSection(r))
	}
	return list
}

func notCheckedSection(r *engine.Report) htmlSection {
	s := htmlSection{ID: "not-checked", Title: fmt.Sprintf("Not checked: %d", len(r.NotChecked))}
	base := baseFolder(r)
	for _, n := range r.NotChecked {
		s.Items = append(s.Items, htmlItem{Path: visible(strings.TrimPrefix(n.Path, base)), Text: visible(n.Reason)})
	}
	return s
}

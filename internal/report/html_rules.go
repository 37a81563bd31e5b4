package report

import (
	"bytes"
	"fmt"
	"html/template"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"github.com/solcheck/solcheck/rules/rule"
)

// A ruleText is what a finding shows of its rule's page.
type ruleText struct {
	Index    int
	Sections []ruleSection
	Examples []ruleSection
}

type ruleSection struct {
	Heading string
	HTML    template.HTML
}

// pageMarkdown turns the Markdown of rule pages into HTML. Raw HTML is left out,
// and tables are aligned by attributes, for the page's policy allows no styles.
var pageMarkdown = sync.OnceValue(func() goldmark.Markdown {
	return goldmark.New(goldmark.WithExtensions(
		extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute)),
	))
})

// ruleTexts returns the texts of rules by their index.
func ruleTexts(listed []*rule.Rule) []ruleText {
	var list []ruleText
	for i, r := range listed {
		t := ruleText{Index: i}
		t.Sections = appendLimit(appendSections(t.Sections, r, "Why", "How to fix"), r)
		t.Examples = appendSections(t.Examples, r, "Incorrect", "Correct", "Known limits")
		if len(t.Sections)+len(t.Examples) > 0 {
			list = append(list, t)
		}
	}
	return list
}

func appendSections(list []ruleSection, r *rule.Rule, headings ...string) []ruleSection {
	for _, h := range headings {
		if text := r.Section(h); text != "" {
			list = append(list, ruleSection{h, markdownHTML(text)})
		}
	}
	return list
}

// appendLimit adds what limit was in force: the page knows the default alone.
func appendLimit(list []ruleSection, r *rule.Rule) []ruleSection {
	if r.Limit == nil {
		return list
	}
	text := fmt.Sprintf("%s are let pass", r.Limit)
	if r.Limit.IsChanged() {
		text += fmt.Sprintf(", by default %d", r.Limit.Default)
	}
	return append(list, ruleSection{"Limit", markdownHTML(text + fmt.Sprintf("; `thresholds: {%s: N}` in the configuration sets another.", r.ID))})
}

// markdownHTML returns Markdown of ours as HTML.
func markdownHTML(text string) template.HTML {
	var out bytes.Buffer
	if err := pageMarkdown().Convert([]byte(text), &out); err != nil {
		return template.HTML(template.HTMLEscapeString(text)) //nolint:gosec // G203: escaped
	}
	return template.HTML(out.String()) //nolint:gosec // G203: raw HTML was left out
}

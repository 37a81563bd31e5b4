package report

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/solcheck/solcheck/rules/rule"
	"github.com/solcheck/solcheck/sarif"
)

// levelOf returns the SARIF level of a severity.
func levelOf(s rule.Severity) string {
	switch s {
	case rule.Critical, rule.High:
		return "error"
	case rule.Medium:
		return "warning"
	default:
		return "note"
	}
}

// descriptor describes a rule. Of its properties tags, precision,
// problem.severity and security-severity are GitHub's; componentType,
// primaryCategory and severity are those of Microsoft's checker service, for
// scripts that were made for its files.
func descriptor(r *rule.Rule) *sarif.Rule {
	summary := sentence(r)
	d := &sarif.Rule{
		ID:                   r.ID,
		Name:                 new(pascal(r.ID)),
		ShortDescription:     text(shorten(summary)),
		FullDescription:      text(shorten(fullDescription(r, summary))),
		DefaultConfiguration: &sarif.RuleConfiguration{Level: levelOf(r.Severity)},
		Help:                 help(r, summary),
		Properties: sarif.Properties{
			"tags":             []string{slug(r.Category.String()), slug(separate(string(r.Component)))},
			"precision":        precision(r),
			"problem.severity": problemSeverity(r.Severity),
			"componentType":    string(r.Component),
			"primaryCategory":  pascal(slug(r.Category.String())),
			"severity":         r.Severity.String(),
		},
	}
	if r.Limit != nil {
		d.DefaultConfiguration.Parameters = limitOf(r.Limit.Default)
	}
	if strings.HasPrefix(r.Guidance, "https://") {
		d.HelpURI = &r.Guidance
	}
	if r.Category == rule.Security {
		d.Properties["security-severity"] = securitySeverity(r.Severity)
	}
	return d
}

// limitOf returns the parameters of a rule with that limit.
func limitOf(n int) *sarif.PropertyBag {
	return &sarif.PropertyBag{Properties: sarif.Properties{"limit": n}}
}

// overrides tells of the rules that ran with another limit than the default. A
// severity that was set is not here but in the results.
func (s *sarifReport) overrides() []*sarif.ConfigurationOverride {
	var list []*sarif.ConfigurationOverride
	for i, r := range s.listed {
		if r.Limit == nil || !r.Limit.IsChanged() {
			continue
		}
		list = append(list, &sarif.ConfigurationOverride{
			Descriptor:    &sarif.DescriptorReference{Id: &r.ID, Index: new(uint(i))},
			Configuration: &sarif.RuleConfiguration{Parameters: limitOf(r.Limit.Value())},
		})
	}
	return list
}

// precision returns how far a rule is to be trusted: the rules of the default
// ruleset are those that were seen to stay quiet on good packages.
func precision(r *rule.Rule) string {
	if r.Rulesets&rule.Recommended != 0 {
		return "high"
	}
	return "medium"
}

func problemSeverity(s rule.Severity) string {
	if level := levelOf(s); level != "note" {
		return level
	}
	return "recommendation"
}

// securitySeverity returns a score within GitHub's range for the severity:
// critical above 9.0, high from 7.0, medium from 4.0, low above 0.
func securitySeverity(s rule.Severity) string {
	switch s {
	case rule.Critical:
		return "9.5"
	case rule.High:
		return "8.0"
	case rule.Medium:
		return "5.5"
	case rule.Low:
		return "2.0"
	default:
		return "1.0"
	}
}

// sentence returns the rule's summary with a full stop, its id where the page is
// missing.
func sentence(r *rule.Rule) string {
	s := unmarked(r.Summary())
	if s == "" {
		s = r.ID
	}
	if strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

func fullDescription(r *rule.Rule, summary string) string {
	if why := unmarked(r.Section("Why")); why != "" {
		return why
	}
	return summary
}

// help returns the page: whole in Markdown, why and how to fix in plain text.
func help(r *rule.Rule, summary string) *sarif.Text {
	parts := []string{summary}
	for _, heading := range []string{"Why", "How to fix"} {
		if section := unmarked(r.Section(heading)); section != "" {
			parts = append(parts, heading+": "+section)
		}
	}
	_, page, _ := strings.Cut(r.Page, "\n") // without the title, which is the id
	if page = strings.TrimSpace(page); page == "" {
		page = summary
	}
	if r.Guidance != "" {
		parts = append(parts, r.Guidance)
		page += "\n\n[Microsoft's guidance](" + r.Guidance + ")"
	}
	return &sarif.Text{Text: new(strings.Join(parts, "\n\n")), Markdown: &page}
}

var (
	link     = regexp.MustCompile(`\[([^\]]*)\]\(([^)]*)\)`)
	emphasis = regexp.MustCompile("(\\*\\*?)([^*\\s][^*]*)\\*\\*?|`([^`]+)`")
	breaks   = regexp.MustCompile(`[ \t]*\n[ \t]*`)
)

// unmarked returns Markdown prose as plain text, each paragraph on one line.
func unmarked(markdown string) string {
	paragraphs := strings.Split(strings.ReplaceAll(markdown, "\r\n", "\n"), "\n\n")
	for i, p := range paragraphs {
		paragraphs[i] = emphasis.ReplaceAllString(link.ReplaceAllString(breaks.ReplaceAllString(strings.TrimSpace(p), " "), "$1 ($2)"), "$2$3")
	}
	return strings.Join(paragraphs, "\n\n")
}

// shorten cuts text to what GitHub takes of a description, at a blank.
func shorten(s string) string {
	if utf8.RuneCountInString(s) <= sarif.MaxText {
		return s
	}
	runes := []rune(s)[:sarif.MaxText-len(ellipsis)]
	s = string(runes)
	if i := strings.LastIndexAny(s, " \n"); i > 0 {
		s = s[:i]
	}
	return s + ellipsis
}

// pascal returns "WebUseAsync" for "web-use-async".
func pascal(id string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(id, "-") {
		if word != "" {
			b.WriteString(strings.ToUpper(word[:1]) + word[1:])
		}
	}
	return b.String()
}

// slug returns "upgrade-readiness" for "Upgrade readiness".
func slug(words string) string { return strings.Join(strings.Fields(strings.ToLower(words)), "-") }

var humps = regexp.MustCompile(`([a-z])([A-Z])`)

// separate returns "Web Resource" for "WebResource".
func separate(name string) string { return humps.ReplaceAllString(name, "$1 $2") }

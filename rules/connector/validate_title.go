package connector

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var validateTitle = &rule.Rule{
	ID:        "connector-validate-title",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://go.microsoft.com/fwlink/?linkid=2247920",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runValidateTitle,
}

const (
	maxTitle    = 30
	independent = " (Independent Publisher)"
)

func runValidateTitle(p *rule.Pass) error {
	first := make(map[string]*connector.Connector)
	for _, one := range connector.Of(p.Pass).Connectors {
		d := one.Definition
		if d == nil || d.Format != connector.Swagger || !d.IsWhole() {
			continue
		}
		c := &check{p, one}
		title := d.Info.Title
		c.title(title)
		key := strings.ToLower(strings.TrimSpace(title.Value))
		if other := first[key]; other != nil && key != "" {
			c.say(title, "", "The title %q is that of another connector of the package too; give each its own", title.Value)
		}
		first[key] = one
	}
	return nil
}

// title judges the name of the connector by what certification demands of it.
func (c *check) title(title model.Text) {
	if !title.IsSet() {
		return // the rule about the shape of definitions tells of it
	}
	name := strings.TrimSuffix(strings.TrimSpace(title.Value), independent)
	if name == "" {
		c.say(title, "RequiredValueEmpty", `The "title" is empty; give the connector a name`)
		return
	}
	if n := utf8.RuneCountInString(name); n > maxTitle {
		c.say(title, "FieldLengthExceeded", "The title %q has %d characters; it may have %d", name, n, maxTitle)
	}
	if word := restrictedWord(name, titleWords); word != "" {
		c.say(title, "ValueContainsRestrictedWords", "The title %q has the word %q in it, which says nothing of the service; leave it out", name, word)
	}
	last, _ := utf8.DecodeLastRuneInString(name)
	if !unicode.IsLetter(last) && !unicode.IsDigit(last) && last != ')' {
		c.say(title, "ValueMustEndWithAlphanumeric", "The title %q ends in %q; it must end in a letter or a digit", name, last)
	}
	if script := otherScript(name); script != "" {
		c.say(title, "ValueMustBeInEnglish", "The title %q has %s letters; certified connectors are named in English", name, script)
	}
}

// titleWords are those that certification refuses in titles: words that every
// connector could have, and the names of the platform's own products.
var titleWords = append([]string{"API", "Connector"}, productWords...)

var productWords = []string{"Power Apps", "PowerApps", "Power Automate", "Logic Apps", "Microsoft Flow", "Copilot Studio", "Power Virtual Agents"}

// restrictedWord returns the first of some words that stands in a text as a word,
// case ignored.
func restrictedWord(text string, words []string) string {
	padded := " " + strings.ToLower(strings.Join(strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")) + " "
	for _, w := range words {
		if strings.Contains(padded, " "+strings.ToLower(w)+" ") {
			return w
		}
	}
	return ""
}

// otherScript names the alphabet of letters that English is not written in. That
// a text in Latin letters is no English cannot be told with certainty.
func otherScript(text string) string {
	for _, script := range []struct {
		name  string
		table *unicode.RangeTable
	}{{"Chinese", unicode.Han}, {"Japanese", unicode.Hiragana}, {"Japanese", unicode.Katakana}, {"Korean", unicode.Hangul}, {"Cyrillic", unicode.Cyrillic}, {"Greek", unicode.Greek}, {"Arabic", unicode.Arabic}, {"Hebrew", unicode.Hebrew}, {"Thai", unicode.Thai}} {
		if strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(script.table, r) }) {
			return script.name
		}
	}
	return ""
}

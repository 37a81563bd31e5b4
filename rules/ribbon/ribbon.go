// Package ribbon judges what a solution changes in the command bars: controls,
// commands, rules and labels.
package ribbon

import (
	"embed"
	"iter"
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

//go:embed *.md
var pages embed.FS

// Rules are the rules of the area, sorted by id.
//
// Considered and left out: custom rules whose function makes the command bar wait
// for a request (web-use-async reports the request, and names the rule beside it);
// CustomRule without Default (Microsoft calls it optional, whatever the function
// returns); commands without enable rules (such a command is always enabled);
// libraries that the solution does not hold (the two found in real packages come
// from another solution of the publisher); and IDs without the publisher's prefix
// (those of all real ribbons have one).
var Rules = rule.Area(
	pages,
	avoidDeprecatedRule,
	avoidOnpremisesRule,
	includeCommand,
	includeLabel,
	includeRule,
	removeDuplicateID,
	removeUnusedCommand,
	removeUnusedRule,
	useLibraryDirective,
)

// isPlatforms reports whether an ID is the platform's: an export holds commands
// and rules of the platform where a solution changes something beside them.
func isPlatforms(id string) bool { return strings.HasPrefix(id, "Mscrm.") }

// A prefixes is the customization prefix of the publisher, in lower case.
type prefixes string

// ownIDs knows the IDs of the solution's own publisher.
func ownIDs(p *rule.Pass) prefixes {
	return prefixes(strings.ToLower(solution.Of(p.Pass).Publisher.Prefix.Value))
}

// has reports whether an ID is the publisher's own: others may be defined in
// another solution. Tools write the prefix with a dot or an underscore behind it.
func (own prefixes) has(id string) bool {
	rest, ok := strings.CutPrefix(strings.ToLower(id), string(own))
	return ok && own != "" && (strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, "_"))
}

// A ruleKey names a rule: enable rules and display rules may share an ID. The ID
// is in lower case; whether case matters to the platform is not documented.
type ruleKey struct {
	kind customizations.RibbonRuleKind
	id   string
}

func keyOf(kind customizations.RibbonRuleKind, id model.Text) ruleKey {
	return ruleKey{kind, strings.ToLower(id.Value)}
}

// rulesOf returns the rules that a command names.
func rulesOf(c *customizations.Command) iter.Seq2[ruleKey, model.Text] {
	return func(yield func(ruleKey, model.Text) bool) {
		for _, id := range c.EnableRules {
			if !yield(keyOf(customizations.EnableRule, id), id) {
				return
			}
		}
		for _, id := range c.DisplayRules {
			if !yield(keyOf(customizations.DisplayRule, id), id) {
				return
			}
		}
	}
}

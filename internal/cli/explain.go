package cli

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/solcheck/solcheck/internal/config"
	"github.com/solcheck/solcheck/rules"
	"github.com/solcheck/solcheck/rules/rule"
)

// maxText is the widest that prose is set: longer lines are hard to read.
const maxText = 100

func (c *console) explain() *cobra.Command {
	return &cobra.Command{
		Use:     "explain RULE",
		Short:   "Explain a rule: why it is there, examples, how to mend what it finds",
		Example: "  solcheck explain meta-remove-dup-reg",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New(`name one rule; "solcheck rules" lists all`)
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return ruleCompletions(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			catalogue := rules.All()
			if err := config.KnownRule(catalogue, args[0]); err != nil {
				return err
			}
			i := slices.IndexFunc(catalogue, func(r *rule.Rule) bool { return r.ID == args[0] })
			colored, err := c.colored(c.stdout)
			if err != nil {
				return err
			}
			p := page{width: min(maxText, width(c.stdout, maxText)), colored: colored}
			_, err = io.WriteString(c.stdout, p.render(catalogue[i].Page, facts(catalogue[i])))
			return err
		},
	}
}

// facts returns what is known of a rule beside its page, as lines.
func facts(r *rule.Rule) []string {
	list := []string{
		"Severity:  " + r.Severity.String(),
		"Category:  " + r.Category.String(),
		"Rulesets:  " + strings.Join(r.Names(), ", "),
	}
	if l := r.Limit; l != nil {
		list = append(list,
			fmt.Sprintf("Limit:     %s; from %d to %d can be set, by", l, l.Least, l.Most),
			fmt.Sprintf("           thresholds: {%s: %d} in %s, or --threshold %[1]s=%[2]d", r.ID, l.Value(), config.Name))
	}
	if r.Guidance != "" {
		list = append(list, "Guidance:  "+r.Guidance)
	}
	return list
}

package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/solcheck/solcheck/rules"
	"github.com/solcheck/solcheck/rules/rule"
)

var shells = []string{"bash", "zsh", "fish", "powershell"}

func (c *console) completion() *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print a script that completes commands, flags and rule ids in a shell",
		Long: `Print the completion script for bash, zsh, fish or powershell. Run it in the
shell, or put it where the shell looks for completions when it starts.`,
		Example: `  source <(solcheck completion bash)
  solcheck completion zsh > "${fpath[1]}/_solcheck"
  solcheck completion fish > ~/.config/fish/completions/solcheck.fish
  solcheck completion powershell | Out-String | Invoke-Expression`,
		ValidArgs: shells,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("name one shell: %s", strings.Join(shells, ", "))
			}
			return oneOfWords("completion", args[0], shells)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(c.stdout, true)
			case "zsh":
				return root.GenZshCompletion(c.stdout)
			case "fish":
				return root.GenFishCompletion(c.stdout, true)
			}
			return root.GenPowerShellCompletionWithDesc(c.stdout)
		},
	}
}

// completeWords completes a flag that takes one of the words.
func completeWords(cmd *cobra.Command, flag string, words []string) {
	completeFlag(cmd, flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}

// completeRules completes a flag that takes rule ids with commas between them.
func completeRules(cmd *cobra.Command, flag string) {
	completeFlag(cmd, flag, func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndex(typed, ",")+1]
		ids := ruleCompletions()
		for i := range ids {
			ids[i] = before + ids[i]
		}
		return ids, cobra.ShellCompDirectiveNoFileComp
	})
}

// completeThresholds completes a flag that takes the id of a rule that has a limit,
// and "=" with a number after it.
func completeThresholds(cmd *cobra.Command, flag string) {
	completeFlag(cmd, flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		var list []string
		for _, r := range rules.All() {
			if l := r.Limit; l != nil {
				list = append(list, cobra.CompletionWithDesc(r.ID+"=", l.String()+" by default"))
			}
		}
		return list, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	})
}

// completeFlag registers a completion. That fails only for a flag that is not
// there, and then the flag's own tests fail.
func completeFlag(cmd *cobra.Command, flag string, complete cobra.CompletionFunc) {
	_ = cmd.RegisterFlagCompletionFunc(flag, complete)
}

// ruleCompletions returns all rule ids with their summaries as descriptions.
func ruleCompletions() []string {
	var list []string
	for _, r := range rules.All() {
		list = append(list, cobra.CompletionWithDesc(r.ID, r.Summary()))
	}
	return list
}

func rulesetNames() []string {
	var names []string
	for _, s := range rule.KnownRulesets() {
		names = append(names, s.Name)
	}
	return names
}

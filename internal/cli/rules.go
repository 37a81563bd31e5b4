package cli

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/solcheck/solcheck/internal/config"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules"
	"github.com/solcheck/solcheck/rules/rule"
)

var listFormats = []string{"text", "json", "markdown", "csv"}

func (c *console) rules() *cobra.Command {
	var format, ruleset string
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List the rules",
		Example: `  solcheck rules
  solcheck rules --ruleset solution-checker --format csv`,
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			if err := oneOfWords("--format", format, listFormats); err != nil {
				return err
			}
			set, err := config.ParseRuleset(ruleset)
			if err != nil {
				return fmt.Errorf("--ruleset: %w", err)
			}
			list, err := engine.Selection{Ruleset: set}.Select(rules.All())
			if err != nil {
				return err
			}
			out := bufio.NewWriter(c.stdout)
			if err := listRules(out, format, list); err != nil {
				return fmt.Errorf("listing the rules: %w", err)
			}
			return out.Flush()
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "`FORMAT`: "+strings.Join(listFormats, ", "))
	cmd.Flags().StringVar(&ruleset, "ruleset", "all", "the rules of this `RULESET` alone")
	completeWords(cmd, "format", listFormats)
	completeWords(cmd, "ruleset", rulesetNames())
	return cmd
}

func listRules(w io.Writer, format string, list []*rule.Rule) error {
	switch format {
	case "json":
		return rulesJSON(w, list)
	case "csv":
		return rulesCSV(w, list)
	case "markdown":
		return rulesMarkdown(w, list)
	}
	return rulesText(w, list)
}

func rulesText(w io.Writer, list []*rule.Rule) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range list {
		if _, err := fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", r.ID, r.Severity, r.Category, r.Listed()); err != nil {
			return err
		}
	}
	return table.Flush()
}

func rulesJSON(w io.Writer, list []*rule.Rule) error {
	type limit struct {
		Of      string `json:"of"`
		Default int    `json:"default"`
		Least   int    `json:"least"`
		Most    int    `json:"most"`
	}
	type entry struct {
		ID        string   `json:"id"`
		Severity  string   `json:"severity"`
		Category  string   `json:"category"`
		Component string   `json:"component"`
		Rulesets  []string `json:"rulesets"`
		Guidance  string   `json:"guidance,omitempty"`
		Summary   string   `json:"summary"`
		Limit     *limit   `json:"limit,omitempty"`
	}
	entries := make([]entry, len(list))
	for i, r := range list {
		entries[i] = entry{r.ID, r.Severity.String(), r.Category.String(), string(r.Component), r.Names(), r.Guidance, r.Summary(), nil}
		if l := r.Limit; l != nil {
			entries[i].Limit = &limit{l.Of, l.Default, l.Least, l.Most}
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(entries)
}

func rulesCSV(w io.Writer, list []*rule.Rule) error {
	table := csv.NewWriter(w)
	rows := [][]string{{"id", "severity", "category", "component", "rulesets", "guidance", "summary", "limit"}}
	for _, r := range list {
		limit := ""
		if r.Limit != nil {
			limit = r.Limit.String()
		}
		rows = append(rows, []string{
			r.ID, r.Severity.String(), r.Category.String(), string(r.Component),
			strings.Join(r.Names(), " "), r.Guidance, r.Summary(), limit,
		})
	}
	return table.WriteAll(rows)
}

func rulesMarkdown(w io.Writer, list []*rule.Rule) error {
	if _, err := io.WriteString(w, "| rule | severity | category | rulesets | what it says |\n|---|---|---|---|---|\n"); err != nil {
		return err
	}
	for _, r := range list {
		summary := strings.ReplaceAll(r.Listed(), "|", `\|`)
		if _, err := fmt.Fprintf(w, "| %s | %s | %s | %s | %s |\n", r.ID, r.Severity, r.Category, strings.Join(r.Names(), ", "), summary); err != nil {
			return err
		}
	}
	return nil
}

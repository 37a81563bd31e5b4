package mutation_test

import (
	_ "embed"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/internal/mutation"
)

var update = flag.Bool("update", false, "write docs/connector-codes.md")

//go:embed codes.tsv
var codesTSV string

// A code is one of the hosted validator's.
type code struct{ group, name, why string }

func codes() []code {
	var list []code
	for line := range strings.Lines(codesTSV) {
		if fields := append(strings.Split(strings.TrimRight(line, "\n"), "\t"), ""); line[0] != '#' {
			list = append(list, code{fields[0], fields[1], fields[2]})
		}
	}
	return list
}

// checkCodes finds for each code of the hosted validator a defect that it was said
// of, or a reason why there is none, and compares the page that lists them.
func checkCodes(t *testing.T, said map[string][]mutation.Finding) {
	t.Helper()
	rules := rulesOf(said)
	page := "# Codes of the hosted connector validator\n\nMicrosoft's hosted validator for connectors has these codes. A finding of solcheck ends in the code that the validator has for\n" +
		"it. For each code that is judged, a test makes the defect in connectors that are right, and finds it there and nothing else.\n"
	group := ""
	for _, c := range codes() {
		if c.group != group {
			group = c.group
			page += fmt.Sprintf("\n## %s\n\n| code | judged by |\n|---|---|\n", group)
		}
		by := rules[c.name]
		switch {
		case len(by) == 0 && c.why == "":
			t.Errorf("%s is judged by no rule, and codes.tsv does not say why", c.name)
		case len(by) > 0 && c.why != "":
			t.Errorf("%s is judged by %q, and codes.tsv says why it is not", c.name, by)
		}
		if c.why != "" {
			page += fmt.Sprintf("| %s | not judged: %s |\n", c.name, c.why)
			continue
		}
		links := make([]string, len(by))
		for i, id := range by {
			links[i] = fmt.Sprintf("[%s](rules/%s.md)", id, id)
		}
		page += fmt.Sprintf("| %s | %s |\n", c.name, strings.Join(links, ", "))
	}
	compare(t, page)
}

// rulesOf returns for each code the rules that said it.
func rulesOf(said map[string][]mutation.Finding) map[string][]string {
	rules := make(map[string][]string)
	for _, findings := range said {
		for _, f := range findings {
			if !slices.Contains(rules[f.Name], f.Rule) {
				rules[f.Name] = append(rules[f.Name], f.Rule)
			}
		}
	}
	for _, list := range rules {
		slices.Sort(list)
	}
	return rules
}

func compare(t *testing.T, page string) {
	t.Helper()
	name := filepath.Join("..", "..", "docs", "connector-codes.md")
	if *update {
		if err := os.WriteFile(name, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if string(b) != page {
		t.Errorf("%s is out of date; run go test ./internal/mutation -update", name)
	}
}

package rules_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/solcheck/solcheck/rules"
	"github.com/solcheck/solcheck/rules/rule"
)

// TestUpgradePage compares the page about upgrades with the catalogue: it names rules
// that exist, and all of the two categories that it is about.
func TestUpgradePage(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "docs", "upgrade-readiness.md"))
	if err != nil {
		t.Fatal(err)
	}
	var named []string
	for _, link := range regexp.MustCompile(`\[([a-z0-9-]+)\]\(rules/([a-z0-9-]+)\.md\)`).FindAllStringSubmatch(string(page), -1) {
		if link[1] != link[2] {
			t.Errorf("the link %s leads to the page of another rule", link[0])
		}
		named = append(named, link[1])
	}
	var all []string
	for _, r := range rules.All() {
		all = append(all, r.ID)
		isAbout := r.Category == rule.UpgradeReadiness || r.Category == rule.OnlineMigration
		if isAbout && !slices.Contains(named, r.ID) {
			t.Errorf("docs/upgrade-readiness.md does not name %s, which is of the category %s", r.ID, r.Category)
		}
	}
	for _, id := range named {
		if !slices.Contains(all, id) {
			t.Errorf("docs/upgrade-readiness.md names %s, and there is no such rule", id)
		}
	}
}

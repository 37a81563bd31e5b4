package cli_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/solcheck/solcheck/internal/cli"
)

const repository = "../.."

// What pipelines take of this repository is YAML, by a reader that is not ours.
func TestPipelinesAreYAML(t *testing.T) {
	t.Parallel()
	files := []string{"action.yml", ".pre-commit-hooks.yaml", ".goreleaser.yaml"}
	for _, pattern := range []string{"docs/ci/*.yml", ".github/workflows/*.yml"} {
		found, err := filepath.Glob(filepath.Join(repository, pattern))
		if err != nil || len(found) == 0 {
			t.Fatalf("there is no %s: %v", pattern, err)
		}
		for _, f := range found {
			name, err := filepath.Rel(repository, f)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, name)
		}
	}
	for _, f := range files {
		var doc any
		if err := yaml.UnmarshalWithOptions(file(t, f), &doc, yaml.Strict()); err != nil {
			t.Errorf("%s: %v", f, err)
		}
	}
}

func file(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(repository, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// The scripts of the action are those that its steps run, and they get every input.
func TestActionPassesItsInputs(t *testing.T) {
	t.Parallel()
	var action struct {
		Inputs map[string]any `yaml:"inputs"`
		Runs   struct {
			Steps []struct {
				Run string            `yaml:"run"`
				If  string            `yaml:"if"`
				Env map[string]string `yaml:"env"`
			} `yaml:"steps"`
		} `yaml:"runs"`
	}
	text := file(t, "action.yml")
	if err := yaml.Unmarshal(text, &action); err != nil {
		t.Fatal(err)
	}
	for name := range action.Inputs {
		if !bytes.Contains(text, []byte("inputs."+name)) {
			t.Errorf("the input %q is not used", name)
		}
	}
	script := regexp.MustCompile(`\$GITHUB_ACTION_PATH/(\S+\.sh)`)
	for _, s := range action.Runs.Steps {
		if strings.Contains(s.Run, "${{") {
			t.Errorf("what is typed as an input would run: %s", s.Run)
		}
		m := script.FindStringSubmatch(s.Run)
		if m == nil {
			continue
		}
		body := string(file(t, m[1]))
		for name := range s.Env {
			if !strings.Contains(body, name) {
				t.Errorf("%s does not look at %s", m[1], name)
			}
		}
	}
}

// Every flag that the examples use is one that a command has.
func TestExamplesUseFlagsThatExist(t *testing.T) {
	t.Parallel()
	flag := regexp.MustCompile(`(^|[\s(])(--[a-zA-Z][a-zA-Z-]*)`)
	var known []string
	for _, command := range []string{"check", "merge", "compare", "rules"} {
		var help bytes.Buffer
		cli.Main(context.Background(), []string{command, "--help"}, &help, &help)
		for _, m := range flag.FindAllStringSubmatch(help.String(), -1) {
			known = append(known, m[2])
		}
	}
	for _, name := range []string{
		"docs/ci/azure-pipelines.yml", "docs/ci/gitlab-ci.yml", "docs/adoption.md", "docs/microsoft.md", "Dockerfile", ".pre-commit-hooks.yaml", ".github/action/check.sh",
	} {
		continued := false
		for line := range strings.Lines(string(file(t, name))) {
			if !continued && !strings.Contains(line, "solcheck") && !strings.Contains(line, "arguments") {
				continue
			}
			continued = strings.HasSuffix(strings.TrimSpace(line), `\`)
			if strings.Contains(line, "docker run") || strings.HasPrefix(line, "COPY") || strings.Contains(line, "pac solution") {
				continue
			}
			for _, m := range flag.FindAllStringSubmatch(line, -1) {
				if !slices.Contains(known, m[2]) {
					t.Errorf("%s uses %s, which no command has: %s", name, m[2], line)
				}
			}
		}
	}
}

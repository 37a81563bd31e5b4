package mutation

import (
	"bytes"
	"context"
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"unicode/utf16"

	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
	"github.com/solcheck/solcheck/internal/artifact"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/connector"
)

// A Finding is what was said of a sample.
type Finding struct {
	Name    string // the code in the message, else the id of the rule
	Rule    string
	File    string
	Pointer string // of the place; "-" where the place is none of JSON
	Message string
}

// Judge writes samples below a folder and judges them by the rules about
// connectors. It returns what is said of each, by name.
func Judge(ctx context.Context, folder string, samples []Sample) (map[string][]Finding, error) {
	texts := make(map[string][]byte)
	for _, s := range samples {
		for name, text := range map[string][]byte{"apiDefinition.swagger.json": s.Definition, "apiProperties.json": s.Properties} {
			path := filepath.Join(folder, s.Name, name)
			if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
				return nil, fmt.Errorf("writing a sample: %w", err)
			}
			if err := os.WriteFile(path, text, 0o600); err != nil {
				return nil, fmt.Errorf("writing a sample: %w", err)
			}
			texts[s.Name+"/"+name] = text
		}
	}
	sources, _, err := artifact.Find([]string{folder})
	if err != nil {
		return nil, fmt.Errorf("finding the samples: %w", err)
	}
	report, err := engine.Run(ctx, sources, engine.Options{Rules: connector.Rules})
	if err != nil {
		return nil, fmt.Errorf("judging the samples: %w", err)
	}
	said := make(map[string][]Finding)
	indexes := make(map[string]*index)
	for i := range report.Findings {
		f := &report.Findings[i]
		name := filepath.Base(filepath.FromSlash(f.Package))
		file := name + "/" + f.Path
		if indexes[file] == nil {
			indexes[file] = newIndex(texts[file])
		}
		said[name] = append(said[name], finding(f, indexes[file]))
	}
	return said, nil
}

var code = regexp.MustCompile(`\(([A-Z][A-Za-z]+)\)$`)

func finding(f *engine.Finding, x *index) Finding {
	said := Finding{Name: f.Rule.ID, Rule: f.Rule.ID, File: f.Path, Pointer: "-", Message: f.Message}
	if found := code.FindStringSubmatch(f.Message); found != nil {
		said.Name = found[1]
	}
	if !f.Region.IsZero() {
		said.Pointer = x.tree.Pointer(x.pos(f.Region.Line, f.Region.Column))
	}
	return said
}

// An index finds values by line and column.
type index struct {
	tree  *jsontree.Tree
	lines [][]byte
}

func newIndex(text []byte) *index {
	return &index{jsontree.Parse(text, 1), bytes.SplitAfter(text, []byte("\n"))}
}

// pos returns the place of a line and a column, which counts UTF-16 code units.
func (x *index) pos(line, column int) token.Pos {
	pos := token.Pos(1)
	for _, l := range x.lines[:line-1] {
		pos += token.Pos(len(l))
	}
	units := 1
	for i, r := range string(x.lines[line-1]) {
		if units >= column {
			return pos + token.Pos(i)
		}
		units += utf16.RuneLen(r)
	}
	return pos + token.Pos(len(x.lines[line-1]))
}

// Corpus makes one defect at a time in connectors of the field, found below the
// folders that it is given, and tells where the defect is not found at its place or
// something else is found besides.
package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
	"github.com/solcheck/solcheck/analyzers/syntax/text"
	"github.com/solcheck/solcheck/internal/mutation"
)

// each is how many connectors a defect is made in.
const each = 5

func main() {
	if err := run(context.Background(), os.Stdout, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1) //nolint:forbidigo // this is main
	}
}

// A mutant is a connector with one defect.
type mutant struct {
	sample, of mutation.Sample
	mutation   *mutation.Mutation
	at         string
}

func run(ctx context.Context, out io.Writer, folders []string) error {
	mutations, err := mutation.Connector()
	if err != nil {
		return err
	}
	var samples []mutation.Sample
	for _, folder := range folders {
		if samples, err = collect(samples, folder); err != nil {
			return err
		}
	}
	temp, err := os.MkdirTemp("", "mutation")
	if err != nil {
		return fmt.Errorf("making a folder: %w", err)
	}
	defer func() { _ = os.RemoveAll(temp) }() // what is left there is not ours to mourn
	mutants := mutate(mutations, samples)
	list := slices.Clone(samples)
	for _, m := range mutants {
		list = append(list, m.sample)
	}
	said, err := mutation.Judge(ctx, temp, list)
	if err != nil {
		return err
	}
	var told strings.Builder
	missed, besides := 0, 0
	for _, m := range mutants {
		found, more := m.compare(&told, said)
		if !found {
			missed++
		}
		besides += more
	}
	_, err = fmt.Fprintf(out, "%s%d connectors, %d defects made, %d not found, %d findings besides\n", told.String(), len(samples), len(mutants), missed, besides)
	if missed > 0 || besides > 0 {
		return fmt.Errorf("%d defects were not found, and %d things besides", missed, besides)
	}
	return err
}

// collect reads the connectors below a folder that are proper JSON.
func collect(samples []mutation.Sample, folder string) ([]mutation.Sample, error) {
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error { //nolint:gosec // the folder that the user names
		if err != nil || d.Name() != "apiDefinition.swagger.json" {
			return err
		}
		definition, err := read(path)
		if err != nil {
			return err
		}
		properties, err := read(filepath.Join(filepath.Dir(path), "apiProperties.json"))
		if err != nil {
			return err
		}
		if jsontree.Parse(definition, 1).Problems == nil && jsontree.Parse(properties, 1).Problems == nil {
			name := fmt.Sprintf("%03d-%s", len(samples), strings.ReplaceAll(filepath.Base(filepath.Dir(path)), ".", " "))
			samples = append(samples, mutation.Sample{Name: name, Definition: definition, Properties: properties})
		}
		return nil
	})
	return samples, err
}

func read(path string) ([]byte, error) {
	b, err := os.ReadFile(path) //nolint:gosec // a file below the folder that the user names
	if err != nil {
		return nil, fmt.Errorf("reading a connector: %w", err)
	}
	decoded, _ := text.Decode(b)
	return decoded, nil
}

func mutate(mutations []mutation.Mutation, samples []mutation.Sample) []mutant {
	random := rand.New(rand.NewPCG(2026, 2)) //nolint:gosec // the same defects in every run
	var list []mutant
	for i := range mutations {
		m := &mutations[i]
		made := 0
		for _, k := range random.Perm(len(samples)) {
			changed, at, ok := m.Make(samples[k], random)
			if !ok {
				continue
			}
			changed.Name = m.Name + "." + samples[k].Name
			list = append(list, mutant{changed, samples[k], m, at})
			if made++; made == each {
				break
			}
		}
	}
	return list
}

// compare tells what the defect changed in what is said of the connector.
func (m *mutant) compare(told *strings.Builder, said map[string][]mutation.Finding) (found bool, besides int) {
	before := make(map[string]int) // messages may hold the name that was changed
	for _, f := range said[m.of.Name] {
		before[f.Rule+f.Name]++
	}
	for _, f := range said[m.sample.Name] {
		found = found || f.Name == m.mutation.Name && f.Pointer == m.at
		before[f.Rule+f.Name]--
		if before[f.Rule+f.Name] < 0 && f.Name != m.mutation.Name && !slices.Contains(m.mutation.Also, f.Name) {
			besides++
			fmt.Fprintf(told, "%s: besides, at %s: %s: %s\n", m.sample.Name, f.Pointer, f.Rule, f.Message)
		}
	}
	if !found {
		fmt.Fprintf(told, "%s: not found at %s\n", m.sample.Name, m.at)
	}
	return found, besides
}

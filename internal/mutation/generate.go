package mutation

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"strings"

	"golang.org/x/tools/txtar"
)

//go:embed fragments.txtar
var fragmentsText []byte

// A Sample is a connector that is right.
type Sample struct {
	Name       string
	Definition []byte
	Properties []byte
}

// nouns are what the connectors are about.
var nouns = [][2]string{
	{"Order", "Orders"},
	{"Ticket", "Tickets"},
	{"Invoice", "Invoices"},
	{"Visit", "Visits"},
	{"Device", "Devices"},
	{"Course", "Courses"},
	{"Parcel", "Parcels"},
	{"Lease", "Leases"},
	{"Budget", "Budgets"},
	{"Claim", "Claims"},
}

// Connectors puts n connectors together. Equal seeds give equal connectors.
func Connectors(n int, seed uint64) []Sample {
	parts := make(map[string]string)
	var paths []string
	for _, f := range txtar.Parse(fragmentsText).Files {
		parts[f.Name] = strings.TrimRight(string(f.Data), "\n")
		if strings.HasPrefix(f.Name, "path/") {
			paths = append(paths, f.Name)
		}
	}
	random := rand.New(rand.NewPCG(seed, 0)) //nolint:gosec // samples must be the same in every run
	list := make([]Sample, n)
	for i := range list {
		list[i] = assemble(i, random, parts, paths)
	}
	return list
}

func assemble(i int, random *rand.Rand, parts map[string]string, paths []string) Sample {
	var chosen []string
	for _, p := range paths {
		if i == 0 || random.IntN(4) > 0 { // the first one has everything
			chosen = append(chosen, parts[p])
		}
	}
	random.Shuffle(len(chosen), func(a, b int) { chosen[a], chosen[b] = chosen[b], chosen[a] })
	way := []string{"key", "login"}[random.IntN(2)]
	definition := "{\n" + parts["head"] + "\n" + parts[way] + "\n  \"paths\": {\n" + strings.Join(chosen, ",\n") + "\n  },\n" + parts["tail"] + "\n}\n"
	properties := "{\n  \"properties\": {\n    \"iconBrandColor\": \"#da3b01\",\n    \"publisher\": \"Contoso\",\n    \"stackOwner\": \"Contoso\",\n    \"connectionParameters\": {\n" +
		parts["properties/"+way] + "\n    },\n    \"policyTemplateInstances\": [{\"templateId\": \"setheader\", \"title\": \"Caller\", \"parameters\": {\"x-ms-apimTemplateParameter.name\": \"User-Agent\", \"x-ms-apimTemplateParameter.value\": \"Contoso\"}}]\n  }\n}\n"
	noun := nouns[random.IntN(len(nouns))]
	words := strings.NewReplacer("NOUNS", noun[1], "NOUN", noun[0], "nouns", strings.ToLower(noun[1]), "noun", strings.ToLower(noun[0]))
	return Sample{fmt.Sprintf("%02d-%s-%s", i, strings.ToLower(noun[1]), way), []byte(words.Replace(definition)), []byte(properties)}
}

// Make makes the defect in a sample; see [Mutation.Apply].
func (m *Mutation) Make(s Sample, random *rand.Rand) (changed Sample, at string, ok bool) {
	text := s.Definition
	if m.File == "properties" {
		text = s.Properties
	}
	text, at, ok = m.Apply(text, random)
	if m.File == "properties" {
		s.Properties = text
	} else {
		s.Definition = text
	}
	return s, at, ok
}

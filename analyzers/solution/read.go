package solution

import (
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// A reader fills a model from the manifest's elements.
type reader struct {
	*leaves.Reader
	m *Model
}

func (r reader) root(n xmltree.Node) {
	if n.IsSet() && n.Tag() != "ImportExportXml" {
		r.m.problem(r.Tag(n).From, `the manifest begins with "`+n.Tag()+`", expected "ImportExportXml"`)
		return
	}
	r.m.Export = r.export(n)
	manifest := n.Child("SolutionManifest")
	if n.IsSet() && !manifest.IsSet() {
		r.m.problem(r.Tag(n).From, `the manifest has no element "SolutionManifest"`)
		return
	}
	r.manifest(manifest)
}

func (r reader) export(n xmltree.Node) Export {
	return Export{
		Range:               r.Tag(n),
		Version:             r.Attr(n, "version"),
		PackageVersion:      r.Attr(n, "SolutionPackageVersion"),
		MinimumVersion:      r.Attr(n, "minimumversion"),
		Language:            leaves.Int(r.Attr(n, "languagecode")),
		GeneratedBy:         r.Attr(n, "generatedBy"),
		OrganizationSchema:  r.Attr(n, "OrganizationSchemaType"),
		OrganizationVersion: r.Attr(n, "OrganizationVersion"),
		OrganizationType:    r.Attr(n, "OrganizationType"),
		ServerVersion:       r.Attr(n, "CRMServerServiceabilityVersion"),
		Tenant:              r.Attr(n, "TenantId"),
	}
}

func (r reader) manifest(n xmltree.Node) {
	m := r.m
	m.Range = r.Tag(n)
	m.UniqueName = r.Text(n, "UniqueName")
	m.LocalizedNames = r.Localized(n.Child("LocalizedNames"))
	m.Descriptions = r.Localized(n.Child("Descriptions"))
	m.Version = r.Text(n, "Version")
	m.Managed = leaves.Number[Packaging](r.Text(n, "Managed"))
	m.ConfigurationPage = r.Text(n, "ConfigurationPage")
	m.Publisher = r.publisher(n.Child("Publisher"))
	for c := range n.Child("RootComponents").Named("RootComponent") {
		if r.isFull(len(m.RootComponents), c) {
			break
		}
		m.RootComponents = append(m.RootComponents, r.rootComponent(c))
	}
	for c := range n.Child("MissingDependencies").Named("MissingDependency") {
		if r.isFull(len(m.MissingDependencies), c) {
			break
		}
		m.MissingDependencies = append(m.MissingDependencies, &MissingDependency{
			Range:     r.Tag(c),
			Required:  r.party(c.Child("Required")),
			Dependent: r.party(c.Child("Dependent")),
		})
	}
}

// maxParts is the number of root components, and of missing dependencies, that
// are read; real manifests have some thousands.
const maxParts = 100_000

// isFull reports whether n comes after as many parts as are read.
func (r reader) isFull(have int, n xmltree.Node) bool {
	if have < maxParts {
		return false
	}
	r.m.problem(r.Tag(n).From, "the manifest holds more than "+strconv.Itoa(maxParts)+" of these; the rest is not read")
	return true
}

func (r reader) publisher(n xmltree.Node) Publisher {
	p := Publisher{
		Range:             r.Tag(n),
		UniqueName:        r.Text(n, "UniqueName"),
		LocalizedNames:    r.Localized(n.Child("LocalizedNames")),
		Descriptions:      r.Localized(n.Child("Descriptions")),
		EMailAddress:      r.Text(n, "EMailAddress"),
		SupportingWebsite: r.Text(n, "SupportingWebsiteUrl"),
		Prefix:            r.Text(n, "CustomizationPrefix"),
		OptionValuePrefix: leaves.Int(r.Text(n, "CustomizationOptionValuePrefix")),
	}
	for a := range n.Child("Addresses").Named("Address") {
		p.Addresses = append(p.Addresses, r.address(a))
	}
	return p
}

func (r reader) address(n xmltree.Node) Address {
	a := Address{Range: r.Tag(n)}
	for c := range n.Children() {
		if t := r.Text(c); t.Value != "" {
			a.Fields = append(a.Fields, Field{r.Keep(c.Tag()), t})
		}
	}
	return a
}

func (r reader) rootComponent(n xmltree.Node) *RootComponent {
	return &RootComponent{
		Range:      r.Tag(n),
		Type:       leaves.Number[component.Type](r.Attr(n, "type")),
		SchemaName: r.Attr(n, "schemaName"),
		ID:         r.GUID(r.Attr(n, "id")),
		Keys:       r.keys(n),
		Behavior:   leaves.Number[Inclusion](r.Attr(n, "behavior")),
	}
}

func (r reader) party(n xmltree.Node) Party {
	p := Party{
		Range:             r.Tag(n),
		Type:              leaves.Number[component.Type](r.Attr(n, "type")),
		SchemaName:        r.Attr(n, "schemaName"),
		DisplayName:       r.Attr(n, "displayName"),
		ID:                r.GUID(r.Attr(n, "id")),
		ParentSchemaName:  r.Attr(n, "parentSchemaName"),
		ParentDisplayName: r.Attr(n, "parentDisplayName"),
		ParentID:          r.GUID(r.Attr(n, "parentId")),
		Key:               r.Attr(n, "key"),
		Keys:              r.keys(n),
		Solution:          r.Attr(n, "solution"),
	}
	p.App, p.AppVersion = r.app(n.Child("package"))
	p.SolutionName, p.SolutionVersion = splitSolution(p.Solution.Value)
	p.Active = p.SolutionName == activeLayer && p.SolutionVersion == ""
	return p
}

// app reads the app that brings a required solution: attributes, or in older
// exports the text "Name (1.0.0.0)".
func (r reader) app(n xmltree.Node) (name, version model.Text) {
	name, version = r.Attr(n, "appName"), r.Attr(n, "version")
	if text := r.Text(n); !name.IsSet() && text.Value != "" {
		name, version = text, text
		name.Value, version.Value = splitSolution(text.Value)
	}
	return name, version
}

// maxKeys is the number of alternate keys of one component that are read; real
// ones have up to three.
const maxKeys = 16

// keys returns the alternate keys of a component.
func (r reader) keys(n xmltree.Node) []Field {
	if n.Element == nil {
		return nil
	}
	var keys []Field
	for _, a := range n.Element.Attr {
		if strings.HasPrefix(a.Key, "id.") && a.Space == "" && len(keys) < maxKeys {
			keys = append(keys, Field{r.Keep(a.Key), r.Attr(n, a.Key)})
		}
	}
	return keys
}

// activeLayer stands in Required/@solution for what no managed solution brings:
// the unmanaged layer of the environment that the solution was exported from.
const activeLayer = "Active"

// splitSolution takes "Name (1.0.0.0)" apart. A name may itself hold parentheses,
// and a version is digits and dots alone.
func splitSolution(s string) (name, version string) {
	i := strings.LastIndex(s, "(")
	if i < 0 || !strings.HasSuffix(s, ")") {
		return s, ""
	}
	version = strings.TrimSpace(s[i+1 : len(s)-1]) // some exports write a blank behind it
	if version == "" || strings.Trim(version, "0123456789.") != "" {
		return s, ""
	}
	return strings.TrimSpace(s[:i]), version
}

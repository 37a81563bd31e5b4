package deployment

import (
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/analyzers/syntax/clr"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// CodeAnalyzer reads the assembly of a deployment package. Its result is a
// *[Code], which is empty for a unit of another kind. It exports [Custom].
var CodeAnalyzer = &analysis.Analyzer{
	Name:       "deploymentcode",
	Doc:        "read the assembly of a deployment package",
	Requires:   []*analysis.Analyzer{assembly.Analyzer},
	ResultType: reflect.TypeFor[*Code](),
	FactTypes:  []analysis.Fact{(*Custom)(nil)},
	Run:        runCode,
}

// CodeOf returns the result of [CodeAnalyzer], which must be among the pass's
// Requires.
func CodeOf(pass *analysis.Pass) *Code { return pass.ResultOf[CodeAnalyzer].(*Code) }

// Code is what the assemblies of a package hold for Package Deployer.
type Code struct {
	Assemblies []*assembly.Assembly // those of the package itself, not in folders
	Imports    []*Import
}

// An Import is a class that Package Deployer runs.
type Import struct {
	Assembly *assembly.Assembly
	Type     *clr.Type
	Exported bool   // for the interface by which Package Deployer finds it
	Texts    []Text // what it calls itself, in the order of [textNames]
}

// A Text is what a property or method of an import class returns.
type Text struct {
	Name  string // "GetNameOfImport"
	Value string
}

// Text returns what a property or method returns. It is not known where that is
// no literal.
func (i *Import) Text(name string) (value string, known bool) {
	for _, t := range i.Texts {
		if t.Name == name {
			return t.Value, true
		}
	}
	return "", false
}

// The names by which a package tells of itself.
const (
	DataFolder  = "GetImportPackageDataFolderName"
	Description = "GetImportPackageDescriptionText"
	LongName    = "GetLongNameOfImport"
	ShortName   = "GetNameOfImport"
)

func textNames() []string { return []string{DataFolder, Description, LongName, ShortName} }

// Custom is the package fact that tells what code of its own a deployment package
// runs on the environment.
type Custom struct {
	Assemblies []string // import classes: "Contoso.Package.dll: Contoso.PackageImportExtension"
	Calls      []string // what they call of Dataverse and of the network, sorted
}

// AFact marks Custom as a fact.
func (*Custom) AFact() {}

// String returns the names of the classes.
func (c *Custom) String() string { return strings.Join(c.Assemblies, ", ") }

func runCode(pass *analysis.Pass) (any, error) {
	c := new(Code)
	if unit.KindOf(pass) != unit.Deployment {
		return c, nil
	}
	for _, a := range assembly.Of(pass).Assemblies {
		if a.Packed != "" || strings.Contains(a.Member, "/") {
			continue
		}
		c.Assemblies = append(c.Assemblies, a)
		for _, e := range a.Entries {
			if e.Kind == assembly.Import {
				c.entry(a, e)
			}
		}
	}
	if len(c.Imports) > 0 {
		pass.ExportPackageFact(c.custom())
	}
	return c, nil
}

const exportAttribute = "System.ComponentModel.Composition.ExportAttribute"

// entry takes one method that the deployer calls.
func (c *Code) entry(a *assembly.Assembly, e *assembly.Entry) {
	n := len(c.Imports)
	if n == 0 || c.Imports[n-1].Type != e.Type {
		c.Imports = append(c.Imports, &Import{Assembly: a, Type: e.Type, Exported: a.Image.HasAttribute(e.Type.Token, exportAttribute)})
		n++
	}
	in := c.Imports[n-1]
	code := a.CodeOf(e.Method)
	if code == nil {
		return
	}
	name := strings.TrimPrefix(e.Method.Name, "get_")
	if slices.Contains(textNames(), name) {
		for _, v := range code.Returns {
			if v.Kind == assembly.Text {
				in.Texts = append(in.Texts, Text{name, v.Text})
			}
		}
	}
}

// custom tells what the code that runs from the import classes calls.
func (c *Code) custom() *Custom {
	f := new(Custom)
	for _, in := range c.Imports {
		f.Assemblies = append(f.Assemblies, in.Assembly.FileName()+": "+in.Type.FullName)
		for _, code := range in.Assembly.Reached {
			if code.Entry == nil || code.Entry.Type != in.Type || code.IsVendored() {
				continue
			}
			for _, call := range code.Calls {
				if isOutward(call) {
					f.Calls = append(f.Calls, call.Member.OwnerName()+"."+call.Member.Name)
				}
			}
		}
	}
	slices.Sort(f.Calls)
	f.Calls = slices.Compact(f.Calls)
	return f
}

// isOutward reports whether a call reads or changes an environment, or leaves the
// machine.
func isOutward(call *assembly.Call) bool {
	owner := call.Member.OwnerName()
	switch owner {
	case "Microsoft.Xrm.Sdk.IOrganizationService", "Microsoft.Xrm.Tooling.Connector.CrmServiceClient", "Microsoft.Xrm.Sdk.Client.OrganizationServiceProxy":
		return !strings.HasPrefix(call.Member.Name, "get_")
	}
	return strings.HasPrefix(owner, "System.Net.")
}

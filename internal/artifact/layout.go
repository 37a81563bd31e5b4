package artifact

import (
	"path"
	"strings"

	"github.com/solcheck/solcheck/analyzers/unit"
)

// A layout is what a folder was recognised as.
type layout struct {
	kind  unit.Kind
	parts map[*dir]bool // the folders in it that belong to the package, where not all do
	some  bool          // parts counts
	flaw  *flaw
}

// owns reports whether a folder of the recognised folder belongs to the package.
func (l layout) owns(d *dir) bool { return !l.some || l.parts[d] }

// recognise tells what package a folder of a zip or on disk is, if it is one.
// Of two that it could be, the one that is the outer of the two in practice wins.
// What the outermost folder of a zip is, the whole zip is.
func recognise(d *dir) (layout, bool) {
	for _, is := range []func(*dir) (layout, bool){
		asAppSource, asSolution, asDataverseGit, asCanvasApp, asData, asDeployment, asConnector,
	} {
		if l, ok := is(d); ok {
			l.some = l.some && (d.disk != nil || d.where != "")
			return l, true
		}
	}
	return layout{}, false
}

// isRoot reports whether the outermost element of m is name. Where m is there
// and its XML is so damaged that it has none, otherwise decides.
func isRoot(m *Member, name string, otherwise bool) bool {
	if m == nil {
		return false
	}
	root := m.rootElement()
	return strings.EqualFold(root, name) || root == "" && otherwise
}

const contentTypes = "[Content_Types].xml"

// asAppSource recognises the package that is submitted to AppSource. In a source
// tree Input.xml often lies without the package beside it, which the build puts
// there; only where that folder is what was given is it one.
func asAppSource(d *dir) (layout, bool) {
	hasZip := d.hasExt(".zip")
	input := d.file("Input.xml")
	ok := isRoot(input, "PvsPackageData", hasZip && d.file(contentTypes) != nil)
	return layout{kind: unit.AppSource}, ok && (hasZip || d.where == "")
}

// asSolution recognises a solution as it is exported, or as SolutionPackager and
// pac unpack it, with the manifests in the folder Other. Where that folder has
// content types it is an exported solution of its own, by chance of that name.
func asSolution(d *dir) (layout, bool) {
	ok := hasManifest(d)
	if other := d.dir("Other"); other != nil && !ok {
		ok = hasManifest(other) && other.file(contentTypes) == nil
	}
	return layout{kind: unit.Solution}, ok
}

func hasManifest(d *dir) bool {
	manifest, customizations := d.file("solution.xml"), d.file("customizations.xml")
	if manifest == nil {
		return d.file(contentTypes) != nil && isRoot(customizations, "ImportExportXml", false)
	}
	return isRoot(manifest, "ImportExportXml", customizations != nil)
}

// asDataverseGit recognises the layout that Dataverse writes to a Git repository
// since 2025. Its components lie beside the manifests and are left to be found by
// themselves.
func asDataverseGit(d *dir) (layout, bool) {
	solutions := d.dir("solutions")
	if solutions == nil {
		return layout{}, false
	}
	for _, s := range solutions.list().dirs {
		if s.file("solution.yml") == nil && s.file("solution.yaml") == nil {
			continue
		}
		parts := map[*dir]bool{solutions: true}
		if publishers := d.dir("publishers"); publishers != nil {
			parts[publishers] = true
		}
		return layout{unit.Solution, parts, true, &flaw{
			unit.Unsupported, "has the YAML layout of the Git integration of Dataverse, which is not read yet",
		}}, true
	}
	return layout{}, false
}

// asCanvasApp recognises what a .msapp holds. The oldest ones have their controls
// in Entities.json.
func asCanvasApp(d *dir) (layout, bool) {
	ok := d.file("Header.json") != nil && d.file("Properties.json") != nil &&
		(d.dir("Controls") != nil || d.dir("Src") != nil || d.dir("References") != nil ||
			d.file("packed.json") != nil || d.file("Entities.json") != nil)
	return layout{kind: unit.CanvasApp}, ok
}

// asData recognises what the Configuration Migration tool exports.
func asData(d *dir) (layout, bool) {
	schema, data := d.file("data_schema.xml"), d.file("data.xml")
	ok := schema != nil && (data != nil || d.file(contentTypes) != nil)
	return layout{kind: unit.Data, some: true}, ok
}

// asDeployment recognises a Package Deployer package: ImportConfig.xml lies in a
// folder beside the assembly. Of a source project, which has no assembly yet, only
// that folder and the files beside it belong to the package.
func asDeployment(d *dir) (layout, bool) {
	l := layout{kind: unit.Deployment, parts: make(map[*dir]bool)}
	for _, c := range d.list().dirs {
		if isSkipped(c.name()) {
			continue
		}
		if isRoot(c.file("ImportConfig.xml"), "configdatastorage", true) {
			l.parts[c] = true
		}
	}
	if len(l.parts) == 0 {
		return l, d.where == "" && isRoot(d.file("ImportConfig.xml"), "configdatastorage", true)
	}
	l.some = !d.hasExt(".dll") && d.file(contentTypes) == nil
	return l, true
}

// asConnector recognises the folder of a custom connector, by the names that
// paconn gives its files or by any definition beside the properties.
func asConnector(d *dir) (layout, bool) {
	l := layout{kind: unit.Connector, some: true}
	if d.file("apiDefinition.swagger.json") != nil {
		return l, true
	}
	if d.file("apiProperties.json") == nil {
		return l, false
	}
	for _, m := range d.files {
		if hasExt(m.where, ".json") && m.isSwagger() {
			return l, true
		}
	}
	return l, false
}

// isSkipped reports whether a folder never holds what is shipped: the state of
// tools, and what npm installed.
func isSkipped(name string) bool { return strings.HasPrefix(name, ".") || name == "node_modules" }

// buildOutput returns why a folder is passed over as a build's output, and "" where it is not:
// its contents are copies of what lies beside it, and assemblies of others.
func buildOutput(parent, d *dir) string {
	name := strings.ToLower(d.name())
	if name != "bin" && name != "obj" {
		return ""
	}
	for _, m := range parent.files {
		if strings.HasSuffix(strings.ToLower(path.Ext(m.where)), "proj") {
			return "is the output of building " + path.Base(m.where) + " (name it to have it checked)"
		}
	}
	return ""
}

// isCanvasSource reports whether a folder holds the sources that pac unpacked
// from a canvas app.
func isCanvasSource(d *dir) bool {
	return d.file("CanvasManifest.json") != nil && d.dir("Src") != nil
}

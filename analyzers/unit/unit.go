// Package unit names what one analysis pass is about.
//
// A unit is to solcheck what a package is to a Go analysis: one solution, one
// connector, one canvas app, one deployment package, one AppSource package, one
// folder of loose files. The driver hands a unit to its analyzers as the pass's
// Pkg: the package's path is the shown path of the unit ("app.zip!/core.zip")
// and its name is the unit's [Kind]. A unit that contains others has them as the
// imports of that package.
package unit

import (
	"go/token"

	"golang.org/x/tools/go/analysis"
)

// Kind says what a unit is. The values appear in reports.
type Kind string

// The kinds of units.
const (
	Solution   Kind = "solution"   // solution zip or unpacked solution folder
	Deployment Kind = "deployment" // Package Deployer zip or project
	AppSource  Kind = "appsource"  // AppSource submission zip
	Connector  Kind = "connector"  // custom connector folder or certification zip
	CanvasApp  Kind = "canvasapp"  // .msapp
	Data       Kind = "data"       // Configuration Migration zip
	Archive    Kind = "archive"    // a zip that is none of these and holds some of them
	Folder     Kind = "folder"     // loose files of one folder
	Set        Kind = "set"        // all that one run was given
	Unknown    Kind = "unknown"    // could not be opened far enough to tell
)

// KindOf returns the kind of the unit that pass is about.
func KindOf(pass *analysis.Pass) Kind { return Kind(pass.Pkg.Name()) }

// FaultKind says how the opening of a member went wrong.
type FaultKind string

// The kinds of faults.
const (
	Unreadable  FaultKind = "unreadable"  // bytes that are not what they should be: a broken zip, a checksum, an LFS pointer
	Limit       FaultKind = "limit"       // more than the limits allow; Detail names the limit
	Hostile     FaultKind = "hostile"     // an entry that no tool of the platform writes: encrypted, duplicate, absolute, climbing
	Unsupported FaultKind = "unsupported" // a known layout that solcheck does not read yet
)

// A Fault is something wrong with a unit that was met while it was opened,
// before any analyzer ran.
type Fault struct {
	Kind   FaultKind
	Member string // name of the member within the unit; empty for the unit itself
	Detail string // what is wrong, as the end of a sentence, without a final full stop
}

// Faults is the package fact by which the driver tells a unit's own analyzers
// what went wrong while the unit was opened.
type Faults struct{ List []Fault }

// AFact marks Faults as a fact.
func (*Faults) AFact() {}

// String returns the number of faults in words, for the debug output of drivers.
func (f *Faults) String() string {
	if len(f.List) == 1 {
		return "1 fault"
	}
	return "several faults"
}

// Choices is the package fact by which the driver tells a unit's own analyzers what
// the user asked for. A unit that has none is read as usual.
type Choices struct {
	ThirdParty bool // judge the code of known libraries like any other
}

// AFact marks Choices as a fact.
func (*Choices) AFact() {}

// String returns the choices in words, for the debug output of drivers.
func (c *Choices) String() string {
	if c.ThirdParty {
		return "third-party code too"
	}
	return "as usual"
}

// Identity is the package fact that tells what a unit calls itself. The analyzer
// that reads the manifest of a kind of unit exports it.
type Identity struct {
	UniqueName string
	Version    string
	Managed    *bool // nil for a kind of unit that is neither
}

// AFact marks Identity as a fact.
func (*Identity) AFact() {}

// String returns the unique name and version.
func (i *Identity) String() string { return i.UniqueName + " " + i.Version }

// A Problem is something in a member that a reader could not read.
type Problem struct {
	Member  string
	Pos     token.Pos // where reading stopped, or the member as a whole
	Message string    // without a final full stop
}

// A Reader is a model that tells what of its unit it could not read. The results
// of the analyzers under analyzers/ that parse implement it.
type Reader interface {
	Unread() []Problem
}

package assembly

import (
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/syntax/clr"
)

// EntryKind says what the platform calls a method for.
type EntryKind int

// The kinds of entries.
const (
	PlugIn   EntryKind = iota // IPlugin.Execute
	Activity                  // CodeActivity.Execute
	Import                    // a Package Deployer package's own code
)

// String returns the kind in the field's words.
func (k EntryKind) String() string {
	return [...]string{"plug-in", "workflow activity", "deployment package"}[k]
}

// An Entry is a method that the platform calls.
type Entry struct {
	Kind   EntryKind
	Type   *clr.Type // the type that is registered; it may inherit Method
	Method *clr.Method
	Runs   []*Code // the code that runs from it, in the order of the methods

	// What the solution says of the type.
	Registered *customizations.PlugInType // nil where it is not registered there
	Steps      []*customizations.Step
	APIs       []*customizations.CustomAPI // that the type answers
}

// The types that entries come from.
const (
	iPlugin      = "Microsoft.Xrm.Sdk.IPlugin"
	codeActivity = "System.Activities.CodeActivity"
	importBase   = "Microsoft.Xrm.Tooling.PackageDeployment.CrmPackageExtentionBase.ImportExtension"
)

// findEntries finds what the platform can call: types that are not abstract and
// that implement IPlugin or derive from CodeActivity or ImportExtension, directly
// or through other types of the assembly.
func (a *Assembly) findEntries() {
	for _, t := range a.Image.Types {
		if t.IsAbstract() || t.IsInterface() {
			continue
		}
		switch {
		case a.IsPlugIn(t):
			a.addEntry(PlugIn, t, "Execute", "System.IServiceProvider")
		case a.derives(t, codeActivity):
			a.addEntry(Activity, t, "Execute", "System.Activities.CodeActivityContext")
		case a.derives(t, importBase):
			for _, m := range t.Methods {
				if m.Flags&clr.MethodVirtual != 0 && !m.IsStatic() {
					a.Entries = append(a.Entries, &Entry{Kind: Import, Type: t, Method: m})
				}
			}
		}
	}
}

// IsPlugIn reports whether the type implements IPlugin, itself or by a type of
// the assembly that it derives from.
func (a *Assembly) IsPlugIn(t *clr.Type) bool {
	for ; t != nil; t = a.base(t) {
		for _, i := range t.Interfaces {
			if i.Is(iPlugin) {
				return true
			}
		}
	}
	return false
}

// IsActivity reports whether the type is a custom workflow activity.
func (a *Assembly) IsActivity(t *clr.Type) bool { return a.derives(t, codeActivity) }

func (a *Assembly) derives(t *clr.Type, from string) bool {
	for ; t != nil; t = a.base(t) {
		if t.Base != nil && (t.Base.Is(from) || t.Base.Is(from+"`1")) {
			return true
		}
	}
	return false
}

// base returns the type that t derives from where the assembly defines it. A
// forged circle ends at the second visit of its first type.
func (a *Assembly) base(t *clr.Type) *clr.Type {
	b := a.Image.DefinedBy(t.Base)
	if b == nil || b.Token >= t.Token && a.circular(t) {
		return nil
	}
	return b
}

// circular reports whether the bases of t lead back to a type seen before.
func (a *Assembly) circular(t *clr.Type) bool {
	slow, fast := t, t
	for {
		for range 2 {
			if fast = a.Image.DefinedBy(fast.Base); fast == nil {
				return false
			}
		}
		if slow = a.Image.DefinedBy(slow.Base); slow == fast {
			return true
		}
	}
}

// addEntry adds the method of that name that takes one argument of that type: of
// the type itself, or the nearest that it inherits.
func (a *Assembly) addEntry(kind EntryKind, t *clr.Type, name, argument string) {
	for owner := t; owner != nil; owner = a.base(owner) {
		for _, m := range owner.Methods {
			if (m.Name == name || m.Name == iPlugin+"."+name) && len(m.Sig.Params) == 1 && m.Sig.Params[0].Is(argument) {
				a.Entries = append(a.Entries, &Entry{Kind: kind, Type: t, Method: m})
				return
			}
		}
	}
}

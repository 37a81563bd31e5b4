// Package managed is what the rules about assemblies share: which code they look
// at, and how a finding in code without text is placed.
package managed

import (
	"fmt"
	"iter"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

// Kinds are the units that hold assemblies.
func Kinds() []unit.Kind { return []unit.Kind{unit.Solution, unit.Deployment, unit.Folder} }

// Requires is what a rule about code needs.
func Requires() []*analysis.Analyzer { return []*analysis.Analyzer{assembly.Analyzer} }

// Codes returns the code that runs in plug-ins and workflow activities on the
// server, without that of merged libraries.
func Codes(p *rule.Pass) iter.Seq[*assembly.Code] {
	return func(yield func(*assembly.Code) bool) {
		for _, a := range assembly.Of(p.Pass).Assemblies {
			for _, c := range a.Reached {
				if c.Entry.Kind != assembly.Import && !c.IsVendored() && !yield(c) {
					return
				}
			}
		}
	}
}

// Calls returns the calls in that code.
func Calls(p *rule.Pass) iter.Seq[*assembly.Call] {
	return func(yield func(*assembly.Call) bool) {
		for c := range Codes(p) {
			for _, call := range c.Calls {
				if !yield(call) {
					return
				}
			}
		}
	}
}

// Ref names an assembly in findings.
func Ref(a *assembly.Assembly) component.Ref {
	if a.Registered != nil {
		return a.Registered.Ref()
	}
	return component.Ref{Type: component.PlugInAssembly, Name: a.Image.Assembly.Name}
}

// Reportf reports a finding at an instruction. The message begins with the method
// in quotes and ends with the place in it; format goes between: it is what the
// method does wrong, and what to do.
func Reportf(p *rule.Pass, c *assembly.Code, offset int, statement, format string, args ...any) {
	message := fmt.Sprintf("%q %s (%s)", c.Type()+"."+c.Member(), fmt.Sprintf(format, args...), c.Where(offset))
	p.Emit(rule.Diagnostic{
		Diagnostic: analysis.Diagnostic{Pos: c.Assembly.Pos(), Message: message},
		Of:         Ref(c.Assembly),
		Module:     c.Assembly.FileName(),
		Type:       c.Type(),
		Member:     c.Member(),
		Statement:  statement,
	})
}

// ReportCall reports a finding at a call; see [Reportf].
func ReportCall(p *rule.Pass, call *assembly.Call, format string, args ...any) {
	Reportf(p, call.In, call.Offset, call.Member.String(), format, args...)
}

// ReportType reports a finding about a type of an assembly, or about the whole
// assembly where the name is empty.
func ReportType(p *rule.Pass, a *assembly.Assembly, typeName, format string, args ...any) {
	p.Emit(rule.Diagnostic{
		Diagnostic: analysis.Diagnostic{Pos: a.Pos(), Message: fmt.Sprintf(format, args...)},
		Of:         Ref(a),
		Module:     a.FileName(),
		Type:       typeName,
	})
}

// IsPlugInAssembly reports whether the platform runs code of the assembly on the
// server: it holds plug-ins or workflow activities, and is not the SDK itself.
func IsPlugInAssembly(a *assembly.Assembly) bool {
	return a.Image.Assembly.Name != "Microsoft.Xrm.Sdk.Workflow" &&
		slices.ContainsFunc(a.Entries, func(e *assembly.Entry) bool { return e.Kind != assembly.Import })
}

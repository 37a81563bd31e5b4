package connector

import (
	"slices"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var useScript = &rule.Rule{
	ID:        "connector-use-script",
	Severity:  rule.Medium,
	Category:  rule.Supportability,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/write-code",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: connectors(func(c *check) {
		for i, s := range c.Scripts {
			place := model.Range{From: s.File.Pos(0), To: s.File.Pos(0)}
			if i > 0 {
				c.say(place, "", "The connector has the script %q too; it may have one", c.Scripts[0].File.Name)
			}
			c.script(s, place)
		}
		c.scriptOperations()
	}),
}

const maxScriptSize = 1 << 20

func (c *check) script(s *connector.Script, place model.Range) {
	if s.Size > maxScriptSize {
		c.say(place, "", "The script has %d bytes; it may have 1 MB", s.Size)
		return
	}
	switch {
	case s.Unclosed.IsSet():
		c.say(s.Unclosed, "", "A bracket of the script has no partner, so it does not compile")
	case !s.Class.IsSet():
		c.say(place, "", `The script has no class "Script", which the platform makes an instance of; add "public class Script : ScriptBase"`)
	case !s.Base:
		c.say(s.Class, "", `The class "Script" does not derive from "ScriptBase"; write "public class Script : ScriptBase"`)
	case !s.Execute.IsSet():
		c.say(s.Class, "", `The class "Script" has no method "ExecuteAsync", which the platform calls; override it`)
	}
	for _, u := range s.Usings {
		if !slices.Contains(namespaces(), u.Value) && !strings.HasPrefix(u.Value, "Newtonsoft.Json") && !strings.Contains(u.Value, "<") && !isTypeOfKnown(u.Value) {
			c.say(u, "", "The namespace %q is not there for scripts; remove the directive and what needs it", u.Value)
		}
	}
	for _, call := range s.Clients {
		c.say(call, "", `The script makes an "HttpClient" of its own, which is going to be blocked; send by "this.Context.SendAsync"`)
	}
}

// namespaces are those that Microsoft lists for scripts.
var namespaces = sync.OnceValue(func() []string {
	return strings.Fields(`System System.Collections System.Collections.Generic System.Diagnostics System.IO System.IO.Compression System.Linq
System.Net System.Net.Http System.Net.Http.Headers System.Net.Security System.Security.Authentication System.Security.Cryptography System.Text
System.Text.RegularExpressions System.Threading System.Threading.Tasks System.Web System.Xml System.Xml.Linq System.Drawing System.Drawing.Drawing2D
System.Drawing.Imaging Microsoft.Extensions.Logging Newtonsoft.Json Newtonsoft.Json.Linq`)
})

// isTypeOfKnown reports whether an alias is for a type of a namespace that is
// there.
func isTypeOfKnown(name string) bool {
	i := strings.LastIndexByte(name, '.')
	return i > 0 && slices.Contains(namespaces(), name[:i]) && !strings.HasPrefix(name, "System.Runtime") && name[:i] != "System" && name[:i] != "Newtonsoft"
}

// scriptOperations compares the operations that are led through the script with
// the definition, and what the script asks for with both.
func (c *check) scriptOperations() {
	d := c.Definition
	if d == nil || d.Format != connector.Swagger || !d.IsWhole() {
		return
	}
	for _, id := range c.Properties.ScriptCalls {
		if d.Operation(id.Value) == nil {
			c.say(id, "", `The operation %q of "scriptOperations" is not there, so the script is never called for it; mend the id, or remove it`, id.Value)
		}
	}
	for _, s := range c.Scripts {
		for _, id := range s.Operations {
			if d.Operation(id.Value) == nil {
				c.say(id, "", "The script asks for the operation %q, which is not there; mend the id, or remove the branch", id.Value)
			}
		}
	}
}

package webresource

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
)

// nodeModules are modules of Node.js that no bundler has for a browser. Source:
// the list of built-in modules in Node's documentation, read 2026-11, without
// those that bundlers replace.
var nodeModules = []string{
	"child_process", "cluster", "dgram", "dns", "fs", "fs/promises", "http2", "inspector", "module", "net", "os",
	"perf_hooks", "readline", "readline/promises", "repl", "tls", "v8", "worker_threads",
}

// isProgram reports whether a loose script is a program for Node.js, such as a
// tool of the repository or the configuration of one: it never becomes a web
// resource, so what is right in a browser says nothing of it.
func (s *Script) isProgram() bool {
	if s.In.Origin != Loose || s.Form != Whole {
		return false
	}
	name := strings.ToLower(path.Base(s.In.File.Name))
	return strings.HasSuffix(name, ".cjs") || strings.Contains(name, ".config.") ||
		bytes.HasPrefix(s.Source, []byte("#!")) || s.importsNode()
}

// importsNode reports whether the script asks for a module that only Node.js has.
func (s *Script) importsNode() bool {
	for n := range s.File.Of(javascript.Import) {
		for c := range n.Children() {
			if isNode(c) {
				return true
			}
		}
	}
	for n := range s.File.Of(javascript.Call) {
		if callee := n.Callee(); callee.Kind() == javascript.Identifier && callee.Text() == "require" && isNode(n.Argument(0)) {
			return true
		}
	}
	return false
}

func isNode(module javascript.Node) bool {
	name, ok := module.StringValue()
	return ok && (strings.HasPrefix(name, "node:") || slices.Contains(nodeModules, name))
}

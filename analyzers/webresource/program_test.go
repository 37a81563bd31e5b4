package webresource_test

import (
	"testing"

	"github.com/solcheck/solcheck/analyzers/unit"
)

// TestPrograms leaves programs for Node.js alone where they are loose files, and
// nothing else.
func TestPrograms(t *testing.T) {
	for _, c := range []struct {
		name, file, script string
		isProgram          bool
	}{
		{"a script", "a.js", "own();", false},
		{"by its first line", "a.mjs", "#!/usr/bin/env node\nown();", true},
		{"by its name", "tools/Build.CJS", "own();", true},
		{"configuration of a tool", "eslint.config.mjs", "export default [own()];", true},
		{"by an import", "a.mjs", "import { readFileSync } from 'fs';\nown();", true},
		{"by an import with an attribute", "a.mjs", "import a, * as b from \"node:a\" with { type: \"json\" };\nown();", true},
		{"by a call", "a.js", "const { join } = require('path'), fs = require(`fs`);\nown();", true},
		{"a module of what else there is", "a.mjs", "import { x } from './fs.js';\nown();", false},
		{"a module that bundlers bring", "a.js", "var path = require('path');\nown();", false},
		{"a method of that name", "a.js", "loader.require('fs');\nown();", false},
		{"a call of what is not known", "a.js", "require(fs);require();own();", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, _ := read(t, unit.Folder, "-- "+c.file+" --\n"+c.script)
			if s := m.Scripts[0]; s.IsForeign() != c.isProgram || (calls(s) == "") != c.isProgram {
				t.Errorf("IsForeign is %t, and judged are %q", s.IsForeign(), calls(s))
			}
		})
	}
}

// TestProgramAsWebResource judges what is a web resource, whatever it is written for.
func TestProgramAsWebResource(t *testing.T) {
	m, _ := read(t, unit.Solution, `
-- solution.xml --
<ImportExportXml><SolutionManifest><UniqueName>Contoso</UniqueName></SolutionManifest></ImportExportXml>
-- customizations.xml --
<ImportExportXml>
  <WebResources>
    <WebResource><Name>contoso_/a.config.js</Name><WebResourceType>3</WebResourceType><FileName>/WebResources/a</FileName></WebResource>
  </WebResources>
</ImportExportXml>
-- WebResources/a --
#!/usr/bin/env node
require("fs");own();
`)
	if got := calls(m.Scripts[0]); got != "own" {
		t.Errorf("judged is %q", got)
	}
}

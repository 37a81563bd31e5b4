package ruletest

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/syntax/clr"
)

// compiled is where the assemblies of C# blocks lie beside the rules, each named
// after the hash of its source. analyzers/assembly/testdata/sdk/compile.sh makes
// them.
const compiled = "testdata/dll"

// member returns the bytes of the member that the block stands for: its text, what
// a block of the language base64 stands for, or what a C# block with the name of a
// .dll was compiled to.
func (b block) member() string {
	if b.language == "base64" {
		return decoded(b)
	}
	if b.language != "csharp" || !strings.HasSuffix(b.name, ".dll") {
		return b.text
	}
	dll, err := os.ReadFile(CompiledFile(b.text))
	if err != nil {
		return b.name + " is not compiled: run analyzers/assembly/testdata/sdk/compile.sh with the folder of the rules"
	}
	return string(dll)
}

// decoded returns what a block of base64 stands for, in lines of any length.
func decoded(b block) string {
	data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(b.text), ""))
	if err != nil {
		return b.name + " is no base64: " + err.Error()
	}
	return string(data)
}

// CompiledFile returns the path, from the folder of the rules, of the assembly
// that C# source is compiled to.
func CompiledFile(source string) string {
	sum := sha256.Sum256([]byte(source))
	return filepath.Join(filepath.FromSlash(compiled), hex.EncodeToString(sum[:8])+".dll")
}

// Compiled checks that each assembly of C# blocks was compiled from the source that
// its name says: the compiler puts the source into it as a resource.
func Compiled(t *testing.T) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(filepath.FromSlash(compiled), "*.dll"))
	if err != nil || len(files) == 0 {
		t.Fatalf("found the assemblies %q and %v", files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file) //nolint:gosec // a fixture of the test that calls it
		if err != nil {
			t.Fatal(err)
		}
		im, err := clr.Open(data)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		resources := im.Resources()
		if len(resources) != 1 || CompiledFile(string(resources[0].Data)) != file {
			t.Errorf("%s was compiled from another source than its name says", file)
		}
	}
}

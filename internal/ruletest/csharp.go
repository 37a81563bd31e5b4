package ruletest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// compiled is where the assemblies of C# blocks lie beside the rules, each named
// after the hash of its source. analyzers/assembly/testdata/sdk/compile.sh makes
// them.
const compiled = "testdata/dll"

// member returns the bytes of the member that the block stands for: its text, or
// what a C# block with the name of a .dll was compiled to.
func (b block) member() string {
	if b.language != "csharp" || !strings.HasSuffix(b.name, ".dll") {
		return b.text
	}
	dll, err := os.ReadFile(CompiledFile(b.text))
	if err != nil {
		return fmt.Sprintf("%s is not compiled: run analyzers/assembly/testdata/sdk/compile.sh with the folder of the rules", b.name)
	}
	return string(dll)
}

// CompiledFile returns the path, from the folder of the rules, of the assembly
// that C# source is compiled to.
func CompiledFile(source string) string {
	sum := sha256.Sum256([]byte(source))
	return filepath.Join(filepath.FromSlash(compiled), hex.EncodeToString(sum[:8])+".dll")
}

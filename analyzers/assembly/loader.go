package assembly

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/clr"
	"github.com/solcheck/solcheck/analyzers/syntax/nupkg"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// Limits on what is packed in a member. A plug-in package may be 16 MB.
const (
	maxPacked   = 64 << 20 // bytes of one packed assembly
	maxUnpack   = 256 << 20
	maxInMember = 500
)

// A loader opens the assemblies of a unit.
type loader struct {
	pass     *analysis.Pass
	files    *source.Files
	model    *Model
	unpacked int // bytes that came out of packed assemblies
}

func (l *loader) member(name string) {
	switch strings.ToLower(path.Ext(name)) {
	case ".dll":
		data, err := l.pass.ReadFile(name)
		if err != nil {
			l.problem(name, "cannot be read: "+err.Error())
			return
		}
		l.open(name, "", data)
	case ".nupkg":
		l.nupkg(name)
	}
}

func (l *loader) nupkg(name string) {
	data, err := l.pass.ReadFile(name)
	if err != nil {
		l.problem(name, "cannot be read: "+err.Error())
		return
	}
	files, err := nupkg.Assemblies(data, maxPacked)
	if err != nil {
		l.problem(name, "cannot be read as a plug-in package: "+err.Error())
	}
	for _, f := range files {
		if l.unpacked += len(f.Data); l.unpacked > maxUnpack {
			l.problem(name, "holds more than the limit of packed assemblies")
			return
		}
		l.open(name, f.Name, f.Data)
	}
}

// open adds an assembly and those that Costura has packed into it. A native DLL
// is none and no problem.
func (l *loader) open(member, packed string, data []byte) {
	im, err := clr.Open(data)
	if err != nil {
		if !errors.Is(err, clr.ErrNotCLI) || len(data) == 0 {
			l.problem(member, within(packed)+"cannot be read as a .NET assembly: "+err.Error())
		}
		return
	}
	at := l.files.At(member)
	a := &Assembly{Range: model.Range{From: at, To: at}, Member: member, Packed: packed, Image: im}
	if im.IsMixed() {
		l.problem(member, within(packed)+"holds native code, which is not checked")
	}
	if by := obfuscator(im); by != "" {
		l.problem(member, within(packed)+"is obfuscated with "+by+": names in findings are not those of the source, and code that it hides is not checked")
	}
	a.pdb = l.pdb(member, packed, im)
	l.model.Assemblies = append(l.model.Assemblies, a)
	for i, r := range im.Resources() {
		if p, ok := r.Costura(); ok && i < maxInMember && packed == "" && strings.HasSuffix(p.Name, ".dll") {
			l.unpack(member, p)
		}
	}
}

func (l *loader) unpack(member string, p clr.Packed) {
	data, err := p.Open(min(maxPacked, maxUnpack-l.unpacked))
	if err != nil {
		l.problem(member, within(p.Name)+"cannot be unpacked: "+err.Error())
		return
	}
	l.unpacked += len(data)
	l.open(member, p.Name, data)
}

// pdb finds the PDB of an image: inside it, or beside it.
func (l *loader) pdb(member, packed string, im *clr.Image) *clr.PDB {
	if p, err := im.EmbeddedPDB(); err == nil && p != nil {
		return p
	}
	beside, ok := l.files.Find(strings.TrimSuffix(member, path.Ext(member)) + ".pdb")
	if packed != "" || !ok {
		return nil
	}
	data, err := l.pass.ReadFile(beside)
	if err != nil {
		return nil
	}
	p, err := clr.OpenPDB(data)
	if err != nil || !p.Matches(im) {
		return nil
	}
	return p
}

func (l *loader) problem(member, message string) {
	l.model.problems = append(l.model.problems, unit.Problem{Member: member, Pos: l.files.At(member), Message: message})
}

func within(packed string) string {
	if packed == "" {
		return ""
	}
	return fmt.Sprintf("the assembly %q in it ", packed)
}

func base(member string) string { return path.Base(member) }

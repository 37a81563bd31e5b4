package clr

import (
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"strings"
)

// A Resource is a manifest resource (II.22.24).
type Resource struct {
	Name   string
	Public bool
	Data   []byte // nil for one that lies in another file
	File   string // the file or assembly that holds it, empty for an embedded one
}

// Resources returns the resources of the manifest in the order of the table.
func (im *Image) Resources() []Resource {
	t := &im.metadata.tables
	start := im.pe.offset(im.cli.resources.address)
	var list []Resource
	for row := 1; row <= t.rows(ManifestResourceTable); row++ {
		r := Resource{
			Name:   im.metadata.name(t.cell(ManifestResourceTable, row, 2)),
			Public: t.cell(ManifestResourceTable, row, 1)&0x7 == 1,
		}
		switch in := coded(implementation, t.cell(ManifestResourceTable, row, 3)); {
		case in.Row() == 0 && start >= 0:
			at := start + t.cell(ManifestResourceTable, row, 0)
			r.Data = im.data.part(at+4, im.data.u32(at))
		case in.Table() == FileTable:
			r.File = im.metadata.name(t.cell(FileTable, in.Row(), 1))
		case in.Table() == AssemblyRefTable && in.Row() >= 1 && in.Row() <= len(im.References):
			r.File = im.References[in.Row()-1].Name
		}
		list = append(list, r)
	}
	return list
}

// A Packed is an assembly or PDB that Costura.Fody keeps in a resource.
type Packed struct {
	Name     string // "newtonsoft.json.dll", in the lower case that Costura writes
	resource Resource
	deflated bool
}

// Costura returns the assembly or PDB that a resource holds, as Costura.Fody
// names them: "costura.NAME.dll.compressed" and "costura.NAME.dll".
func (r Resource) Costura() (Packed, bool) {
	prefix, name, ok := strings.Cut(r.Name, ".")
	if !ok || r.Data == nil || !strings.HasPrefix(prefix, "costura") {
		return Packed{}, false
	}
	name, deflated := strings.CutSuffix(name, ".compressed")
	if !strings.HasSuffix(name, ".dll") && !strings.HasSuffix(name, ".pdb") {
		return Packed{}, false
	}
	return Packed{name, r, deflated}, true
}

// Open returns the bytes of the packed file; more than limit bytes of it are
// refused with [ErrLimit].
func (p Packed) Open(limit int) ([]byte, error) {
	if !p.deflated {
		return p.resource.Data, nil
	}
	b, err := inflate(p.resource.Data, limit)
	if err != nil {
		return nil, fmt.Errorf("resource %q: %w", p.resource.Name, err)
	}
	return b, nil
}

func inflate(b []byte, limit int) ([]byte, error) {
	z := flate.NewReader(bytes.NewReader(b))
	out, err := io.ReadAll(io.LimitReader(z, int64(limit)+1))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCorrupt, err)
	}
	if len(out) > limit {
		return nil, fmt.Errorf("%w: inflates to more than %d bytes", ErrLimit, limit)
	}
	return out, nil
}

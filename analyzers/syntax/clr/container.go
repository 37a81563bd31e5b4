package clr

// A section maps addresses of the loaded image to the file (II.25.3).
type section struct{ address, virtualSize, offset, size int }

// A directory is a range of addresses.
type directory struct{ address, size int }

// A container is what the PE headers say (II.25).
type container struct {
	machine   int
	sections  []section
	cli       directory
	debug     directory
	signature directory // Authenticode; a file range and not an address
	checksum  int       // offset of the checksum field
	certEntry int       // offset of the certificate table's directory entry
	headers   int       // size of all headers
}

const (
	peMagic      = 0x4550 // "PE\0\0"
	optional32   = 0x10b
	optional64   = 0x20b
	maxSections  = 96 // the Windows loader's own limit
	sectionBytes = 40
	certTable    = 4
	debugTable   = 6
	cliTable     = 14
)

func readContainer(v view) (container, error) {
	if len(v) < 0x40 || v[0] != 'M' || v[1] != 'Z' {
		return container{}, ErrNotCLI
	}
	pe := v.u32(0x3c)
	if !v.has(pe, 26) || v.u32(pe) != peMagic {
		return container{}, ErrNotCLI
	}
	optional := pe + 24
	directories := optional + 96
	switch v.u16(optional) {
	case optional32:
	case optional64:
		directories = optional + 112
	default:
		return container{}, ErrNotCLI
	}
	optionalSize, count := v.u16(pe+20), v.u16(pe+6)
	if directories+cliTable*8+8 > optional+optionalSize || count > maxSections {
		return container{}, ErrNotCLI
	}
	if !v.has(optional+optionalSize, count*sectionBytes) {
		return container{}, corrupt(optional+optionalSize, "the section table is cut off")
	}
	c := container{
		machine:   v.u16(pe + 4),
		cli:       v.directory(directories + cliTable*8),
		debug:     v.directory(directories + debugTable*8),
		signature: v.directory(directories + certTable*8),
		checksum:  optional + 64,
		certEntry: directories + certTable*8,
		headers:   optional + optionalSize + count*sectionBytes,
	}
	for i := range count {
		at := optional + optionalSize + i*sectionBytes
		c.sections = append(c.sections, section{v.u32(at + 12), v.u32(at + 8), v.u32(at + 20), v.u32(at + 16)})
	}
	if c.cli.address == 0 {
		return container{}, ErrNotCLI
	}
	return c, nil
}

func (v view) directory(at int) directory { return directory{v.u32(at), v.u32(at + 4)} }

// offset maps an address to an offset in the file, -1 where the file holds
// nothing for it.
func (c container) offset(address int) int {
	for _, s := range c.sections {
		d := address - s.address
		if d >= 0 && d < max(s.virtualSize, s.size) {
			if d >= s.size {
				return -1
			}
			return s.offset + d
		}
	}
	return -1
}

// part returns the bytes of a directory, nil where the file does not hold them.
func (c container) part(v view, d directory) view {
	if d.address == 0 || d.size == 0 {
		return nil
	}
	return v.part(c.offset(d.address), d.size)
}

// cliHeader is the header of II.25.3.3.
type cliHeader struct {
	flags, entryPoint    int
	metadata             view
	metadataOffset       int
	resources, signature directory
}

func readCLIHeader(v view, c container) (cliHeader, error) {
	at := c.offset(c.cli.address)
	if !v.has(at, 72) {
		return cliHeader{}, corrupt(max(at, 0), "the CLI header is outside the file")
	}
	md := v.directory(at + 8)
	h := cliHeader{
		flags:          v.u32(at + 16),
		entryPoint:     v.u32(at + 20),
		metadata:       c.part(v, md),
		metadataOffset: c.offset(md.address),
		resources:      v.directory(at + 24),
		signature:      v.directory(at + 32),
	}
	if h.metadata == nil {
		return h, corrupt(at+8, "the metadata are outside the file")
	}
	return h, nil
}

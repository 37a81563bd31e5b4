// Package clr reads .NET assemblies without .NET: PE images with ECMA-335
// metadata, their types, signatures, custom attributes, resources and method
// bodies, and the portable PDBs that say which source line an instruction came
// from. It knows nothing of Power Platform.
//
// [Open] reads the headers and builds the definitions ([Type], [Method],
// [Field]); bodies, attributes and resources are decoded when asked for. An
// image is safe for concurrent use once it is open.
//
// Partitions and sections named in comments are those of ECMA-335, 6th edition.
// The portable PDB format is the one that the .NET runtime's documentation calls
// "Portable PDB v1.0".
//
// # Hostile images
//
// Rows, heaps and bodies may overlap in a forged image, so that a small file
// describes a huge program. Every multiplication of that kind is paid from a
// budget that follows from the file's size and that no honest image exceeds;
// what comes after it is refused with [ErrLimit]. Nesting has fixed bounds.
// Nothing panics.
package clr

import (
	"errors"
	"fmt"
	"sync"
)

// MaxSize is the largest image or PDB that is read, in bytes. Dataverse refuses
// assemblies of more than 16 MB.
const MaxSize = 256 << 20

// Reasons why something could not be read. Errors of this package wrap one.
var (
	ErrNotCLI  = errors.New("not a .NET image")
	ErrCorrupt = errors.New("corrupt .NET image")
	ErrLimit   = errors.New("over the limit for .NET images")
)

// corrupt returns an error that tells what is wrong at a byte offset.
func corrupt(offset int, format string, args ...any) error {
	return fmt.Errorf("%w: %s at offset %#x", ErrCorrupt, fmt.Sprintf(format, args...), offset)
}

// An Image is one module: the manifest module of an assembly as a rule.
type Image struct {
	Machine  int    // PE machine: 0x14c for x86 and AnyCPU, 0x8664 for x64
	Flags    int    // of the CLI header (II.25.3.3.1), the Flag constants
	Version  string // of the runtime that it was made for: "v4.0.30319"
	MVID     [16]byte
	Name     string // of the module: "Contoso.Plugins.dll"
	Assembly AssemblyName

	Types      []*Type // in the order of the table; the first is <Module>
	References []AssemblyName
	Modules    []string // native libraries and netmodules that it refers to

	data     view
	pe       container
	metadata metadata
	cli      cliHeader

	methods []*Method // by row, from 0
	fields  []*Field

	typeSigs   memo[int, *TypeSig]
	methodSigs memo[int, *MethodSig]
	strings    memo[int, string]
	members    memo[Token, *Member]
	refNames   memo[int, scopedName]
	sigWork    budget
	textWork   budget
	blobWork   budget

	byName     map[string]*Type
	attributes func() map[Token][]int // rows of CustomAttribute by their parent
	written    func() map[*Method]*Method
}

// Flags of the CLI header (II.25.3.3.1).
const (
	FlagILOnly           = 0x1
	Flag32BitRequired    = 0x2
	FlagStrongNameSigned = 0x8
	FlagNativeEntryPoint = 0x10
)

// Open reads an image. The error wraps [ErrNotCLI] for a file that is something
// else (a native DLL, text), [ErrCorrupt] or [ErrLimit]. Data must not be changed
// afterwards.
func Open(data []byte) (*Image, error) {
	if len(data) > MaxSize {
		return nil, fmt.Errorf("%w: %d bytes", ErrLimit, len(data))
	}
	im := &Image{data: data}
	var err error
	if im.pe, err = readContainer(data); err != nil {
		return nil, err
	}
	if im.cli, err = readCLIHeader(data, im.pe); err != nil {
		return nil, err
	}
	if im.metadata, err = readMetadata(im.cli.metadata, nil); err != nil {
		return nil, err
	}
	im.Machine, im.Flags, im.Version = im.pe.machine, im.cli.flags, im.metadata.version
	im.sigWork.left.Store(int64(len(data)) + 1<<16)
	im.textWork.left.Store(4*int64(len(data)) + 1<<20)
	im.blobWork.left.Store(4*int64(len(data)) + 1<<20)
	im.attributes = sync.OnceValue(im.indexAttributes)
	im.written = sync.OnceValue(im.indexWritten)
	return im, im.define()
}

// IsMixed reports whether the image holds native code beside IL, as C++/CLI
// makes it.
func (im *Image) IsMixed() bool { return im.Flags&FlagILOnly == 0 }

// Size returns the size of the file in bytes.
func (im *Image) Size() int { return len(im.data) }

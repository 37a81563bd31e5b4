package clr

import (
	"strings"
	"unicode/utf16"
)

const (
	metadataMagic  = 0x424a5342 // "BSJB"
	maxStreamName  = 32         // II.24.2.2
	maxVersionText = 255
	maxName        = 1024 // characters of an identifier, the runtime's own limit
)

// metadata are the streams of II.24.2, of an image or of a portable PDB.
type metadata struct {
	version           string
	names             string // heap #Strings as one string, so that names share it
	user, blobs, guid view
	pdb               view
	tables            tables
}

// readMetadata reads the root and the layout of the tables. External holds the
// row counts of another module's tables, for a PDB.
func readMetadata(v view, external []int) (metadata, error) {
	var md metadata
	if len(v) < 20 || v.u32(0) != metadataMagic {
		return md, corrupt(0, "the metadata do not begin with their signature")
	}
	length := v.u32(12)
	if length > maxVersionText+1 || !v.has(16, length+4) {
		return md, corrupt(12, "the version text has %d bytes", length)
	}
	md.version = v.text(16, length)
	streams, err := readStreams(v, 16+length)
	if err != nil {
		return md, err
	}
	md.names = string(streams["#Strings"])
	md.user, md.blobs, md.guid, md.pdb = streams["#US"], streams["#Blob"], streams["#GUID"], streams["#Pdb"]
	rows := streams["#~"]
	if rows == nil {
		rows = streams["#-"]
	}
	if md.pdb != nil && external == nil {
		external = externalRows(md.pdb)
	}
	md.tables, err = readTables(rows, external)
	return md, err
}

// readStreams reads the stream headers that begin at an offset (II.24.2.2).
// The first stream of a name counts.
func readStreams(v view, at int) (map[string]view, error) {
	count := v.u16(at + 2)
	at += 4
	streams := make(map[string]view)
	for range count {
		start, size := v.u32(at), v.u32(at+4)
		name := v.text(at+8, maxStreamName)
		padded := (len(name) + 4) &^ 3
		if !v.has(at, 8+padded) {
			return nil, corrupt(at, "the stream headers are cut off")
		}
		if !v.has(start, size) {
			return nil, corrupt(at, "stream %q is outside the metadata", name)
		}
		if _, twice := streams[name]; !twice {
			streams[name] = v.part(start, size)
		}
		at += 8 + padded
	}
	return streams, nil
}

// name returns a string of #Strings (II.24.2.3), cut to the runtime's limit.
func (md *metadata) name(index int) string {
	if index <= 0 || index >= len(md.names) {
		return ""
	}
	s := md.names[index:min(len(md.names), index+maxName)]
	if end := strings.IndexByte(s, 0); end >= 0 {
		s = s[:end]
	}
	return s
}

// blob returns an item of a heap with length prefixes (II.24.2.4), nil where it
// is not all there.
func blob(heap view, index int) view {
	if index < 0 || index >= len(heap) {
		return nil
	}
	length, n := compressed(heap[index:])
	if n == 0 {
		return nil
	}
	return heap.part(index+n, length)
}

func (md *metadata) guidAt(index int) (id [16]byte) {
	copy(id[:], md.guid.part((index-1)*16, 16))
	return id
}

// UserString returns the text of an ldstr operand, empty for a token that is
// none.
func (im *Image) UserString(t Token) string {
	if t.Table() != UserStringTable {
		return ""
	}
	return im.strings.of(t.Row(), func() string {
		b := blob(im.metadata.user, t.Row())
		if !im.textWork.spend(len(b)) {
			return ""
		}
		return utf16Text(b)
	})
}

// UserStrings returns all strings of the #US heap, by token, in the heap's order.
func (im *Image) UserStrings() []UserString {
	var all []UserString
	for at := 1; at < len(im.metadata.user); {
		length, n := compressed(im.metadata.user[at:])
		if n == 0 {
			break
		}
		if length > 1 {
			t := token(UserStringTable, at)
			all = append(all, UserString{t, im.UserString(t)})
		}
		at += n + length
	}
	return all
}

// A UserString is a literal of the program.
type UserString struct {
	Token Token
	Text  string
}

// utf16Text decodes little-endian UTF-16; an odd last byte (the flag of II.24.2.4)
// is left out.
func utf16Text(b view) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(b[2*i]) | uint16(b[2*i+1])<<8
	}
	return string(utf16.Decode(units))
}

package clr

import (
	"crypto/sha1" //nolint:gosec // II.6.3 makes the public key token of SHA-1
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// A Version is an assembly version.
type Version struct{ Major, Minor, Build, Revision int }

// String returns the version as people write it: "9.0.2.34".
func (v Version) String() string {
	return fmt.Sprintf("%d.%d.%d.%d", v.Major, v.Minor, v.Build, v.Revision)
}

// Compare returns -1, 0 or 1 as v is lower than, equal to or higher than w.
func (v Version) Compare(w Version) int {
	return slices.Compare([]int{v.Major, v.Minor, v.Build, v.Revision}, []int{w.Major, w.Minor, w.Build, w.Revision})
}

// An AssemblyName identifies an assembly.
type AssemblyName struct {
	Name      string
	Version   Version
	Culture   string // empty for neutral
	PublicKey []byte // whole key of an assembly, empty for one without strong name
	KeyToken  string // 16 hex digits, empty for one without strong name
}

// String returns the display name: "Contoso, Version=1.0.0.0, Culture=neutral,
// PublicKeyToken=null".
func (a AssemblyName) String() string {
	culture, key := a.Culture, a.KeyToken
	if culture == "" {
		culture = "neutral"
	}
	if key == "" {
		key = "null"
	}
	return fmt.Sprintf("%s, Version=%s, Culture=%s, PublicKeyToken=%s", a.Name, a.Version, culture, key)
}

// hasFullKey marks an assembly reference that holds the key and not its token
// (II.23.1.2).
const hasFullKey = 0x1

// readManifest reads the assembly's own name (II.22.2) and those that it refers
// to (II.22.5).
func (im *Image) readManifest() {
	t := &im.metadata.tables
	key := blob(im.metadata.blobs, t.cell(AssemblyTable, 1, 6))
	im.Assembly = AssemblyName{
		Name:      im.metadata.name(t.cell(AssemblyTable, 1, 7)),
		Culture:   im.metadata.name(t.cell(AssemblyTable, 1, 8)),
		Version:   im.version(AssemblyTable, 1, 1),
		PublicKey: key,
		KeyToken:  keyToken(key),
	}
	for row := 1; row <= t.rows(AssemblyRefTable); row++ {
		key := blob(im.metadata.blobs, t.cell(AssemblyRefTable, row, 5))
		ref := AssemblyName{
			Version:  im.version(AssemblyRefTable, row, 0),
			Name:     im.metadata.name(t.cell(AssemblyRefTable, row, 6)),
			Culture:  im.metadata.name(t.cell(AssemblyRefTable, row, 7)),
			KeyToken: hex.EncodeToString(key[:min(8, len(key))]),
		}
		if t.cell(AssemblyRefTable, row, 4)&hasFullKey != 0 && im.blobWork.spend(len(key)) {
			ref.PublicKey, ref.KeyToken = key, keyToken(key)
		}
		im.References = append(im.References, ref)
	}
}

func (im *Image) version(table Table, row, column int) Version {
	t := &im.metadata.tables
	return Version{
		t.cell(table, row, column), t.cell(table, row, column+1),
		t.cell(table, row, column+2), t.cell(table, row, column+3),
	}
}

// keyToken returns the last eight bytes of the key's hash, backwards.
func keyToken(key []byte) string {
	if len(key) == 0 {
		return ""
	}
	sum := sha1.Sum(key) //nolint:gosec // II.6.3 makes the public key token of SHA-1
	last := sum[len(sum)-8:]
	slices.Reverse(last)
	return hex.EncodeToString(last)
}

// Reference returns the reference to the assembly of that name, case ignored.
func (im *Image) Reference(name string) (AssemblyName, bool) {
	for _, ref := range im.References {
		if strings.EqualFold(ref.Name, name) {
			return ref, true
		}
	}
	return AssemblyName{}, false
}

// TargetFramework returns what the assembly was compiled for, as its attribute
// says: ".NETFramework,Version=v4.6.2". It is empty for one that does not say,
// such as one for .NET Framework 2.0 to 3.5.
func (im *Image) TargetFramework() string {
	for _, a := range im.AttributesOf(token(AssemblyTable, 1)) {
		if a.Type == "System.Runtime.Versioning.TargetFrameworkAttribute" && len(a.Args) > 0 {
			s, _ := a.Args[0].(string)
			return s
		}
	}
	return ""
}

// AssemblyAttributes returns the attributes of the assembly as a whole.
func (im *Image) AssemblyAttributes() []Attribute { return im.AttributesOf(token(AssemblyTable, 1)) }

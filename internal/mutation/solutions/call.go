package solutions

import (
	"bytes"
	"encoding/binary"

	"github.com/solcheck/solcheck/analyzers/syntax/clr"
)

// idle is the method of an assembly in whose place another one is called.
const idle = "None"

// call lets an assembly call another method of its own in the place of the one that
// does nothing.
func (m *maker) call(name string, old []byte, method string) bool {
	image, err := clr.Open(old)
	if err != nil {
		m.err = err
		return false
	}
	from, to := tokenOf(image, idle), tokenOf(image, method)
	if from == nil || to == nil {
		return false
	}
	for _, opcode := range []byte{0x28, 0x6f} { // call, callvirt
		if i := bytes.Index(old, append([]byte{opcode}, from...)); i >= 0 {
			m.put(name, i+1, i+1+len(from), string(to))
			if m.at == nil {
				m.at = &Place{name, whole}
			}
			return true
		}
	}
	return false
}

// tokenOf returns the bytes of the token of a method, nil where the assembly has
// none of that name.
func tokenOf(image *clr.Image, name string) []byte {
	for _, t := range image.Types {
		for _, m := range t.Methods {
			if m.Name == name {
				return binary.LittleEndian.AppendUint32(nil, uint32(m.Token)) //nolint:gosec // a token has four bytes
			}
		}
	}
	return nil
}

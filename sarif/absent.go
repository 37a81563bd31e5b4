package sarif

import (
	"bytes"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// dropAbsent returns a part of a log without what only says that a value is
// absent: members and elements that are null, which SARIF allows nowhere but in a
// property bag, and indexes, offsets and ranks of -1, which are the schema's
// defaults.
//
// It is needed on both ways. go-sarif v2 writes nulls for the empty fields of a
// suppression, a reference to a tool component and some others, and a file with
// one of them is refused by GitHub. Other tools write the defaults out, and
// go-sarif v2, whose indexes are unsigned, cannot read them.
func dropAbsent(doc []byte) ([]byte, error) { return filtered(doc, false) }

// standard returns a part of a log as it is to be written: without what is absent,
// and with the parameters of rules in the form of the standard.
func standard(doc []byte) ([]byte, error) { return filtered(doc, true) }

func filtered(doc []byte, flat bool) ([]byte, error) {
	var out bytes.Buffer
	f := filter{
		flat: flat,
		in:   jsontext.NewDecoder(bytes.NewReader(doc), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)),
		out:  jsontext.NewEncoder(&out, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)),
	}
	if err := f.value(); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(out.Bytes(), []byte{'\n'}), nil
}

// A filter copies JSON without absent values. Its depth is that of the decoder,
// which refuses more than 10,000 levels.
type filter struct {
	in     *jsontext.Decoder
	out    *jsontext.Encoder
	flat   bool   // parameters are written flat
	within string // the member whose value is being copied
}

func (f *filter) value() error {
	switch f.in.PeekKind() {
	case jsontext.KindBeginObject:
		return f.until(jsontext.KindEndObject, f.member)
	case jsontext.KindBeginArray:
		return f.until(jsontext.KindEndArray, f.element)
	default:
		return f.verbatim()
	}
}

// until copies an object or array: its brackets, and by next what is between.
func (f *filter) until(end jsontext.Kind, next func() error) error {
	if err := f.token(); err != nil {
		return err
	}
	for f.in.PeekKind() != end {
		if err := next(); err != nil {
			return err
		}
	}
	return f.token()
}

func (f *filter) element() error {
	if f.in.PeekKind() == jsontext.KindNull {
		return f.in.SkipValue()
	}
	return f.value()
}

func (f *filter) member() error {
	token, err := f.in.ReadToken()
	if err != nil {
		return err
	}
	name := token.String()
	if kind := f.in.PeekKind(); kind == jsontext.KindNull {
		return f.in.SkipValue()
	} else if kind == jsontext.KindNumber {
		return f.number(name)
	}
	if err := f.out.WriteToken(jsontext.String(name)); err != nil {
		return err
	}
	switch {
	case name == "properties":
		return f.verbatim()
	case name == "parameters" && f.flat && isConfiguration(f.within):
		return f.parameters()
	}
	outer := f.within
	f.within = name
	err = f.value()
	f.within = outer
	return err
}

// isConfiguration reports whether a member of that name is the configuration of a
// rule. Requests and responses of the web have parameters too, of another kind.
func isConfiguration(name string) bool {
	return name == "defaultConfiguration" || name == "configuration"
}

// parameters copies the parameters of a rule, which are a property bag. go-sarif
// writes a bag of its own as an object with the one member "properties", as if the
// bag were an object that has one.
func (f *filter) parameters() error {
	bag, err := f.in.ReadValue()
	if err != nil {
		return err
	}
	if inner, ok := bytes.CutPrefix(bag, []byte(`{"properties":`)); ok {
		bag = bytes.TrimSuffix(inner, []byte{'}'})
	}
	return f.out.WriteValue(bag)
}

func (f *filter) number(name string) error {
	n, err := f.in.ReadValue()
	if err != nil {
		return err
	}
	if isAbsent(name, string(n)) {
		return nil
	}
	if err := f.out.WriteToken(jsontext.String(name)); err != nil {
		return err
	}
	return f.out.WriteValue(n)
}

// isAbsent reports whether a number is the default of a member whose default is
// -1. The names are those that the schema of SARIF 2.1.0 (errata 01) gives this
// default; a negative exit code or relative address means what it says.
func isAbsent(name, number string) bool {
	if number != "-1" && number != "-1.0" {
		return false
	}
	switch name {
	case "id", "rank", "length", "byteOffset", "charOffset", "absoluteAddress", "executionOrder", "itemCount":
		return true
	}
	return name == "index" || strings.HasSuffix(name, "Index")
}

func (f *filter) token() error {
	token, err := f.in.ReadToken()
	if err != nil {
		return err
	}
	return f.out.WriteToken(token)
}

func (f *filter) verbatim() error {
	value, err := f.in.ReadValue()
	if err != nil {
		return err
	}
	return f.out.WriteValue(value)
}

package analyzertest

import (
	"fmt"
	"go/token"
	"reflect"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/model"
)

// A Dumper prints models for golden files: one line for each leaf that is set
// and for each element of a list, in the order of the fields. What is zero is
// left out.
type Dumper struct {
	Where func(token.Pos) string // prints the places of leaves; nil for none
	Skip  []string               // names of fields to leave out
}

// Dump prints a model.
func (d Dumper) Dump(v any) string {
	var b strings.Builder
	d.value(&b, "", "", reflect.ValueOf(v))
	return b.String()
}

func (d Dumper) value(b *strings.Builder, indent, name string, v reflect.Value) {
	if v.IsZero() {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		d.value(b, indent, name, v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			d.value(b, indent, name, v.Index(i))
		}
	case reflect.Struct:
		d.structure(b, indent, name, v)
	default:
		fmt.Fprintf(b, "%s%s: %v\n", indent, name, v.Interface())
	}
}

func (d Dumper) structure(b *strings.Builder, indent, name string, v reflect.Value) {
	if r, ok := reflect.TypeAssert[model.Range](v); ok && name != "" {
		fmt.Fprintf(b, "%s%s%s\n", indent, name, d.place(r))
		return
	}
	if name != "" {
		fmt.Fprintf(b, "%s%s:%s\n", indent, name, d.leaf(v))
		indent += "  "
	}
	for i := range v.NumField() {
		f := v.Type().Field(i)
		switch {
		case !f.IsExported() || slices.Contains(d.Skip, f.Name) || isLeafField(v, f):
		case f.Anonymous && f.Type.Kind() == reflect.Pointer:
			if !v.Field(i).IsNil() {
				d.structure(b, indent, "", v.Field(i).Elem())
			}
		case f.Anonymous:
			d.structure(b, indent, "", v.Field(i))
		default:
			d.value(b, indent, f.Name, v.Field(i))
		}
	}
}

// isLeafField reports whether a field is already on its structure's own line.
func isLeafField(v reflect.Value, f reflect.StructField) bool {
	if f.Type == reflect.TypeFor[model.Range]() || f.Type == reflect.TypeFor[model.Text]() {
		return f.Anonymous
	}
	return f.Name == "Value" && f.Type.Kind() != reflect.Struct && v.FieldByName("Range").IsValid()
}

// leaf returns the value and place of a structure that is a leaf, the place alone
// of any other one that has a place.
func (d Dumper) leaf(v reflect.Value) string {
	var s string
	switch value := v.FieldByName("Value"); value.Kind() {
	case reflect.Invalid, reflect.Struct:
	case reflect.String:
		s = fmt.Sprintf(" %q", value.String())
	default:
		s = fmt.Sprintf(" %v", value.Interface())
	}
	if place := v.FieldByName("Range"); place.IsValid() {
		s += d.place(place.Interface().(model.Range))
	}
	return s
}

func (d Dumper) place(r model.Range) string {
	if d.Where == nil || !r.IsSet() {
		return ""
	}
	_, line, _ := strings.Cut(d.Where(r.From), ":")
	_, end, _ := strings.Cut(d.Where(r.To), ":")
	return " " + line + "-" + end
}

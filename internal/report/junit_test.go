package report_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"testing"

	"github.com/beevik/etree"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/report"
	"github.com/solcheck/solcheck/rules/rule"
)

const junitSchema = "testdata/junit.xsd"

// An elementType is what a schema says of an element: its children, and its
// attributes with whether they must be there.
type elementType struct {
	children   map[string]bool
	attributes map[string]bool
}

// readSchema reads from an XSD which elements and attributes there may be. Order,
// number and values are xmllint's business, which .ci/run calls.
func readSchema(t *testing.T, file string) map[string]elementType {
	t.Helper()
	doc := etree.NewDocument()
	if err := doc.ReadFromFile(file); err != nil {
		t.Fatal(err)
	}
	types := make(map[string]elementType)
	for _, e := range doc.Root().SelectElements("element") {
		x := elementType{make(map[string]bool), make(map[string]bool)}
		for _, child := range e.FindElements(".//element") {
			x.children[child.SelectAttrValue("ref", child.SelectAttrValue("name", ""))] = true
		}
		for _, a := range e.FindElements(".//attribute") {
			x.attributes[a.SelectAttrValue("name", "")] = a.SelectAttrValue("use", "") == "required"
		}
		types[e.SelectAttrValue("name", "")] = x
	}
	if len(types) < 5 {
		t.Fatalf("%s has %d elements", file, len(types))
	}
	return types
}

// checkJUnit reads a report with the standard library and compares every element
// with the schema.
func checkJUnit(t *testing.T, doc []byte) {
	t.Helper()
	types := readSchema(t, junitSchema)
	dec := xml.NewDecoder(bytes.NewReader(doc))
	open := []string{}
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("no XML: %v\n%s", err, doc)
		}
		switch token := token.(type) {
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.StartElement:
			name := token.Name.Local
			x, known := types[name]
			if !known || len(open) > 0 && !types[open[len(open)-1]].children[name] || len(open) == 0 && name != "testsuites" {
				t.Errorf("<%s> in %v", name, open)
			}
			given := make(map[string]bool)
			for _, a := range token.Attr {
				given[a.Name.Local] = true
				if _, known := x.attributes[a.Name.Local]; !known {
					t.Errorf("<%s> has an attribute %s", name, a.Name.Local)
				}
			}
			for a, required := range x.attributes {
				if required && !given[a] {
					t.Errorf("<%s> has no attribute %s", name, a)
				}
			}
			open = append(open, name)
		}
	}
}

func TestJUnit(t *testing.T) {
	fails := func(s rule.Severity) bool { return s >= rule.High }
	for name, c := range map[string]struct {
		report  *engine.Report
		options report.Options
	}{
		"junit.xml":     {sample(), report.Options{Fails: fails}},
		"junit-all.xml": {hostile("a<b>&\"'\x01]]>"), report.Options{}},
	} {
		got := written(t, "junit", c.report, c.options)
		checkJUnit(t, got)
		golden(t, name, got)
	}
	checkJUnit(t, written(t, "junit", &engine.Report{}, report.Options{}))
}

// The counts of a suite are those of its cases.
func TestJUnitCounts(t *testing.T) {
	var suites struct {
		Tests    int `xml:"tests,attr"`
		Failures int `xml:"failures,attr"`
		Suites   []struct {
			Name     string `xml:"name,attr"`
			Tests    int    `xml:"tests,attr"`
			Failures int    `xml:"failures,attr"`
			Skipped  int    `xml:"skipped,attr"`
			Cases    []struct {
				Failure *struct{} `xml:"failure"`
				Skipped *struct{} `xml:"skipped"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	fails := func(s rule.Severity) bool { return s >= rule.Medium }
	if err := xml.Unmarshal(written(t, "junit", sample(), report.Options{Fails: fails}), &suites); err != nil {
		t.Fatal(err)
	}
	for _, s := range suites.Suites {
		failures, skipped := 0, 0
		for _, c := range s.Cases {
			if c.Failure != nil {
				failures++
			}
			if c.Skipped != nil {
				skipped++
			}
		}
		if s.Tests != len(s.Cases) || s.Failures != failures || s.Skipped != skipped {
			t.Errorf("suite %q says %d tests, %d failures, %d skipped of %d, %d, %d", s.Name, s.Tests, s.Failures, s.Skipped, len(s.Cases), failures, skipped)
		}
	}
	if suites.Tests != len(sample().Findings) || suites.Failures != 4 {
		t.Errorf("%d tests and %d failures in all", suites.Tests, suites.Failures)
	}
}

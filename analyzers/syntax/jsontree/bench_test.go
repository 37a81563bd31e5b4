package jsontree_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
)

// swagger writes a connector definition of n operations, with the nesting, the
// indentation and the lengths of text that published connectors have: some four
// kilobytes and a hundred values an operation.
func swagger(n int) []byte {
	var b strings.Builder
	b.WriteString("{\n  \"swagger\": \"2.0\",\n  \"info\": {\n    \"title\": \"Contoso\",\n    \"description\": \"Reads and writes the orders of Contoso.\",\n    \"version\": \"1.0\"\n  },\n  \"host\": \"api.contoso.com\",\n  \"paths\": {")
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "\n    \"/orders%d/{id}\": {\n      \"get\": {\n        \"operationId\": \"GetOrder%d\",\n        \"summary\": \"Get an order\",\n        \"description\": \"Returns \\\"one\\\" order with its lines.\",\n        \"parameters\": [", i, i)
		for p := range 6 {
			fmt.Fprintf(&b, "%s\n          {\n            \"name\": \"filter%d\",\n            \"in\": \"query\",\n            \"required\": false,\n            \"type\": \"string\",\n            \"x-ms-summary\": \"Filter %d\",\n            \"description\": \"What the lines that are returned have in common.\"\n          }", strings.Repeat(",", min(p, 1)), p, p)
		}
		b.WriteString("\n        ],\n        \"responses\": {\n          \"200\": {\n            \"description\": \"OK\",\n            \"schema\": {\n              \"type\": \"object\",\n              \"properties\": {")
		for p := range 16 {
			fmt.Fprintf(&b, "%s\n                \"field%d\": {\n                  \"type\": \"integer\",\n                  \"format\": \"int32\",\n                  \"description\": \"Caf\u00e9 number %d.\"\n                }", strings.Repeat(",", min(p, 1)), p, p)
		}
		b.WriteString("\n              }\n            }\n          }\n        }\n      }\n    }")
	}
	b.WriteString("\n  }\n}\n")
	return []byte(b.String())
}

func BenchmarkParse(b *testing.B) {
	for _, size := range []int{8, 250} {
		text := swagger(size)
		b.Run(fmt.Sprintf("%dKiB", len(text)>>10), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if tree := jsontree.Parse(text, base); tree.Problems != nil {
					b.Fatal(tree.Problems)
				}
			}
		})
	}
}

// BenchmarkParseBroken has a trailing comma at the very end: both readers run.
func BenchmarkParseBroken(b *testing.B) {
	text := bytes.TrimSpace(swagger(250))
	text = append(text[:len(text)-1], ",}"...)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if tree := jsontree.Parse(text, base); len(tree.Problems) != 1 {
			b.Fatal(tree.Problems)
		}
	}
}

// BenchmarkTokens is the floor: jsontext's tokens and nothing made of them.
func BenchmarkTokens(b *testing.B) {
	text := swagger(250)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		d := jsontext.NewDecoder(bytes.NewBuffer(text), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
		for {
			if _, err := d.ReadToken(); err != nil {
				if !errors.Is(err, io.EOF) {
					b.Fatal(err)
				}
				break
			}
		}
	}
}

// BenchmarkUnmarshal is what a reader without places costs.
func BenchmarkUnmarshal(b *testing.B) {
	text := swagger(250)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		var v any
		if err := json.Unmarshal(text, &v); err != nil {
			b.Fatal(err)
		}
	}
}

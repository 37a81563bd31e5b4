package ruletest

import (
	"strings"
	"testing"
)

func TestMember(t *testing.T) {
	for name, c := range map[string]struct {
		block block
		want  string
	}{
		"text":        {block{language: "xml", name: "a.xml", text: "<a/>\n"}, "<a/>\n"},
		"source":      {block{language: "csharp", name: "a.cs", text: "class A {}\n"}, "class A {}\n"},
		"base64":      {block{language: "base64", name: "a.bin", text: "iVBO\nRw0K\n"}, "\x89PNG\r\n"},
		"no base64":   {block{language: "base64", name: "a.bin", text: "no-base64!\n"}, "a.bin is no base64: "},
		"no assembly": {block{language: "csharp", name: "a.dll", text: "class A {}\n"}, "a.dll is not compiled: "},
	} {
		if got := c.block.member(); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

package javascript_test

import (
	"strings"
	"testing"
	"time"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
)

// TestLimits reads what is made to take time, memory or stack. Each must end soon;
// what nests too deep is an error and the rest is read nevertheless.
func TestLimits(t *testing.T) {
	const n = 100_000
	for _, c := range []struct {
		name, src string
		complete  bool
	}{
		{"brackets", strings.Repeat("[", n), false},
		{"closed brackets", strings.Repeat("[", n) + strings.Repeat("]", n), false},
		{"braces", strings.Repeat("{", n), false},
		{"parentheses", strings.Repeat("(", n) + "a" + strings.Repeat(")", n), false},
		{"arrows", strings.Repeat("a=>", n) + "b", false},
		{"async calls", strings.Repeat("async(", n), false},
		{"defaults", strings.Repeat("(a=", n), false},
		{"templates", strings.Repeat("`${", n), false},
		{"not", strings.Repeat("!", n) + "a", false},
		{"new", strings.Repeat("new ", n) + "a", false},
		{"powers", strings.Repeat("a**", n) + "b", false},
		{"conditionals", strings.Repeat("a?b:", n) + "c", false},
		{"functions", strings.Repeat("function f(){", n), false},
		{"classes", strings.Repeat("class A{a(){", n), false},
		{"else", strings.Repeat("if(a);else ", n) + ";", false},
		{"labels", labels(n / 100), true},
		{"sum", strings.Repeat("a+", n) + "b", true},
		{"or", strings.Repeat("a||", n) + "b", true},
		{"members", "a" + strings.Repeat(".b", n), true},
		{"members of a global", "Xrm" + strings.Repeat(".Page", n), true},
		{"calls", "a" + strings.Repeat("()", n), true},
		{"chain of names", chain(n / 10), true},
		{"sequence", strings.Repeat("a,", n) + "b", true},
		{"one scope", strings.Repeat("var a;", n), true},
		{"many names", names(n / 10), true},
		{"this after functions", strings.Repeat("function f(){", n/20) + strings.Repeat("}", n/20) + strings.Repeat("this.a;", n), true},
		{"circle", "a = b; b = a; a.c = b.c; b.c.d();", true},
		{"commas", strings.Repeat(",", n), false},
		{"slashes", strings.Repeat("/", n) + "\n/", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			f := javascript.Parse([]byte(c.src+"\n;alert(1)"), javascript.Options{})
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
			if f.IsComplete() != c.complete {
				t.Errorf("complete: %v (%.3v), want %v", f.IsComplete(), f.Errors, c.complete)
			}
			_, _ = f.Lookup("a.b.c")
			if c.complete {
				found := false
				for range f.Uses("alert()") {
					found = true
				}
				if !found {
					t.Error("the call at the end is not found")
				}
			}
		})
	}
}

func TestTooLarge(t *testing.T) {
	f := javascript.Parse(make([]byte, javascript.MaxSize+1), javascript.Options{})
	if len(f.Errors) != 1 || f.Errors[0].Message != "script larger than 64 MB" {
		t.Errorf("the errors are %v", f.Errors)
	}
}

func labels(n int) string {
	var s strings.Builder
	for i := range n {
		s.WriteString(name(i) + ":")
	}
	return s.String() + ";"
}

// chain gives each name what the one before it has.
func chain(n int) string {
	var s strings.Builder
	s.WriteString("var " + name(0) + " = Xrm.Page;")
	for i := 1; i < n; i++ {
		s.WriteString("var " + name(i) + " = " + name(i-1) + ";")
	}
	return s.String() + name(n-1) + ".ui;"
}

func names(n int) string {
	var s strings.Builder
	for i := range n {
		s.WriteString("function " + name(i) + "(a, b) { return a." + name(i) + " + " + name(n-i) + "(b); }")
	}
	return s.String()
}

func name(i int) string {
	b := []byte{'n', '_'}
	for ; i > 0; i /= 26 {
		b = append(b, byte('a'+i%26))
	}
	return string(b)
}

package javascript_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
)

// module is a piece of a bundle as webpack makes it, with what rules look for.
const module = `
%d: (e, t, n) => { "use strict";
  Object.defineProperty(t, "__esModule", { value: true });
  const r = n(%d), o = t.context || (t.context = {}), { a: i, b: u = 2, ...s } = r;
  class c extends r.Base { static #k = 1; constructor(x) { super(x); this.page = window.Xrm?.Page; this.items = [1, 2, 3].map(y => y * x ?? 0); }
    async load(id) { for (const l of await o.fetch(` + "`${id}/api/${u}`" + `)) { if (l.name == null || !/^[a-z\d]+$/i.test(l.name)) continue; this.items.push({ ...l, id, [l.key]: l["value"] }); } return this.page.ui; } }
  function f(x, y) { var q = x + y * 3 - (x >>> 1), z = "text with \"escapes\" and \u0041"; try { return q > 10 ? z.split(",").join("|") : f(q, y); } catch (w) { console.error(w); throw new Error(z); } }
  t.c = c; t.f = f; t.default = i;
},`

// bundle is a script of a size like the bundle of a code component.
func bundle(size int) []byte {
	var b bytes.Buffer
	b.WriteString("var Contoso; (() => { var modules = {")
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, module, i, i/2)
	}
	b.WriteString("}; Contoso = modules; })();")
	return b.Bytes()
}

func TestBundle(t *testing.T) {
	f := javascript.Parse(bundle(1<<20), javascript.Options{})
	if !f.IsComplete() {
		t.Errorf("the script of the benchmark has errors: %v", f.Errors)
	}
	for range f.Uses("Xrm.Page.ui") {
		return
	}
	t.Error("the script of the benchmark leads nowhere")
}

// BenchmarkParse reads scripts with all that is known of them.
func BenchmarkParse(b *testing.B) {
	for _, size := range []int{64 << 10, 1 << 20, 16 << 20} {
		src := bundle(size)
		b.Run(fmt.Sprintf("%dKB", size>>10), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				javascript.Parse(src, javascript.Options{})
			}
		})
	}
}

// BenchmarkUses looks for a path in a large script.
func BenchmarkUses(b *testing.B) {
	f := javascript.Parse(bundle(1<<20), javascript.Options{})
	b.ReportAllocs()
	for b.Loop() {
		for range f.Uses("Xrm.Page.ui") {
			break
		}
	}
}

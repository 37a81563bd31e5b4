// Package browser opens the HTML report in a real browser, as a reviewer does: it
// searches, filters, opens, uses the keyboard, prints, and looks that nothing is
// requested, nothing is said in the console, and axe-core finds no barrier. The
// browser is that of CHROMIUM or the first of the usual names; AXE is the file
// axe.min.js.
package browser

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	browserlog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/internal/engine"
)

// A tab is a report in the browser, and what should not happen in it.
type tab struct {
	*testing.T
	ctx context.Context

	mu   sync.Mutex
	seen []string // requests but for the page itself, and what the console says
}

var browser = sync.OnceValue(func() context.Context {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.DisableGPU)
	if path := os.Getenv("CHROMIUM"); path != "" {
		options = append(options, chromedp.ExecPath(path))
	}
	ctx, _ := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, _ = chromedp.NewContext(ctx)
	if err := chromedp.Run(ctx); err != nil {
		panic(err)
	}
	return ctx
})

// open opens an address and waits until the page is ready.
func open(t *testing.T, address string) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser())
	ctx, stop := context.WithTimeout(ctx, 2*time.Minute)
	x := &tab{T: t, ctx: ctx}
	t.Cleanup(func() { x.quiet(); stop(); cancel() })
	chromedp.ListenTarget(ctx, func(event any) { x.notice(event, address) })
	x.do(network.Enable(), browserlog.Enable(), runtime.Enable(), emulation.SetDeviceMetricsOverride(1300, 900, 1, false),
		chromedp.Navigate(address), chromedp.WaitVisible(`html[data-ready="yes"] #work`, chromedp.ByQuery))
	return x
}

func (x *tab) notice(event any, address string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if base, _, _ := strings.Cut(address, "#"); e.Request.URL != base {
			x.seen = append(x.seen, "requests "+e.Request.URL)
		}
	case *browserlog.EventEntryAdded:
		x.seen = append(x.seen, "logs "+e.Entry.Text)
	case *runtime.EventExceptionThrown:
		x.seen = append(x.seen, "throws "+e.ExceptionDetails.Error())
	case *runtime.EventConsoleAPICalled:
		x.seen = append(x.seen, "writes to the console")
	case *page.EventJavascriptDialogOpening:
		x.seen = append(x.seen, "asks "+e.Message)
	}
}

// quiet fails the test where something was requested or said.
func (x *tab) quiet() {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, s := range x.seen {
		x.Errorf("the page %s", s)
	}
}

func (x *tab) do(actions ...chromedp.Action) {
	x.Helper()
	if err := chromedp.Run(x.ctx, actions...); err != nil {
		x.Fatal(err)
	}
}

// value returns what an expression gives.
func value[V any](x *tab, expression string) V {
	x.Helper()
	var v V
	x.do(chromedp.Evaluate(expression, &v))
	return v
}

func (x *tab) want(expression, want string) {
	x.Helper()
	if got := value[string](x, "String("+expression+")"); got != want {
		x.Errorf("%s is %q, want %q", expression, got, want)
	}
}

const (
	counted = `document.getElementById("count").textContent`
	focused = `(document.activeElement.closest(".finding") || document.activeElement).id`
)

func TestSearchAndFilter(t *testing.T) {
	address, _ := page1(t, 400)
	x := open(t, address)
	x.want(counted, "400 findings of 402")
	x.do(chromedp.SendKeys("#q", "number FORM123 373"))
	x.want(counted, "1 finding of 402")
	x.want(`document.querySelector("#list .message").textContent.includes("number 373 ")`, "true")
	x.do(chromedp.SendKeys("#q", kb.Escape))
	x.want(counted, "400 findings of 402")
	x.do(chromedp.Click(`#severities input[aria-label="Critical"]`))
	x.want(counted, "80 findings of 402")
	x.want(`[...document.querySelectorAll("#list .badge")].every((b) => b.textContent === "Critical")`, "true")
	x.do(chromedp.SetValue("#category", "Security"), chromedp.Evaluate(`category.dispatchEvent(new Event("change"))`, nil))
	x.want(counted, "8 findings of 402")
	x.do(chromedp.Click("#reset"), chromedp.SendKeys("#file", "FORM007"))
	x.want(counted, "2 findings of 402")
	x.do(chromedp.Click("#reset"), chromedp.Click(`#states input[value="suppressed"]`), chromedp.Click(`#states input[value=""]`), chromedp.Click(`#states input[value="new"]`))
	x.want(counted, "1 finding of 402")
	x.do(chromedp.Click("#list summary"), chromedp.WaitVisible("#list .body"))
	x.want(`document.querySelector("#list .body").textContent.includes("a test tenant")`, "true")
	x.do(chromedp.Click(`#states input[value="new"]`), chromedp.Click(`#states input[value="suppressed"]`))
	x.want(counted, "40 findings of 402")
}

// page1 returns a page of n findings.
func page1(t *testing.T, n int) (address string, size int64) {
	t.Helper()
	return pageOf(t, estate(n))
}

// TestPlaces tells packages whose last names are alike by as much of their paths as
// that takes.
func TestPlaces(t *testing.T) {
	r := &engine.Report{Rules: catalogue()}
	for i, path := range []string{"sales/src", "service/src", "service/portal.zip"} {
		r.Packages = append(r.Packages, engine.Package{Path: path, Kind: unit.Solution, Disk: path, UniqueName: "Contoso", Version: "1.0.0.0"})
		f := finding(r.Rules[0], i, "a.js")
		f.Package, f.Path, f.Disk, f.Region = path, "a.js", path, engine.Region{}
		r.Findings = append(r.Findings, f)
	}
	address, _ := pageOf(t, r)
	x := open(t, address)
	x.want(`[...document.querySelectorAll("#list .finding span[title]")].map((e) => e.textContent).join(", ")`,
		"a.js in sales/src, a.js in service/src, a.js in portal.zip")
}

func TestTree(t *testing.T) {
	address, _ := page1(t, 400)
	x := open(t, address)
	x.want(`document.querySelectorAll("#tree-body > ul > li").length`, "1")
	x.want(`document.querySelector("#tree-body .tally").textContent`, "400 findings")
	x.do(chromedp.Evaluate(`[...document.querySelectorAll("#tree .label")].find((b) => b.textContent === "contoso03.zip").click()`, nil))
	x.want(counted, "20 findings of 402")
	x.want(`document.getElementById("scope").textContent.startsWith("Only in ContosoApp.zip!/package.zip!/Pkg/contoso03.zip")`, "true")
	x.do(chromedp.Click("#scope button"))
	x.want(counted, "400 findings of 402")
}

// What a package says is shown and nothing else.
func TestEscapes(t *testing.T) {
	address, _ := page1(t, 40)
	x := open(t, address+"#f=0000000000000003")
	x.want("document.title", "ContosoApp.zip - solcheck")
	x.want(`document.images.length`, "0")
	x.want(`document.querySelector(".finding details[open] .message").textContent.includes("</script><img src=x")`, "true")
	x.want(`document.querySelector(".finding details[open] pre").textContent.includes("{{.Title}}${1}<U+202E>")`, "true")
	x.want(`document.querySelector(".finding details[open] pre mark").textContent`, "request")
}

func TestLinkLeadsToFinding(t *testing.T) {
	address, _ := page1(t, 1000)
	x := open(t, address+"#f=00000000000003e4")
	x.want(focused, "f-00000000000003e4")
	x.want(`document.querySelector("#f-00000000000003e4 details").open`, "true")
	x.do(chromedp.Evaluate(`location.hash = "#f=suppressed"`, nil), chromedp.WaitVisible("#f-suppressed .body"))
	x.want(focused, "f-suppressed")
	x = open(t, address+"#severity=Medium&q=form001")
	x.want(counted, "4 findings of 1,002")
}

// press presses a key as a keyboard does: what stops the key stops its character,
// which is not so with chromedp.KeyEvent.
func press(key string) chromedp.Action {
	return chromedp.Tasks{
		input.DispatchKeyEvent(input.KeyDown).WithKey(key).WithText(key),
		input.DispatchKeyEvent(input.KeyUp).WithKey(key),
	}
}

func TestKeyboard(t *testing.T) {
	address, _ := page1(t, 300)
	x := open(t, address)
	x.do(press("j"), press("j"))
	second := value[string](x, focused)
	x.want(`document.querySelectorAll("#list .finding")[1].id`, second)
	x.do(press("k"), chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible("#list .finding:first-child .body"))
	x.do(press("/"))
	x.want("document.activeElement.id", "q")
	x.do(press("j"))
	x.want("document.activeElement.value", "j")
	x.do(chromedp.KeyEvent(kb.Escape))
	x.want("document.activeElement.value", "")
	x.do(chromedp.Evaluate(`document.activeElement.blur(); window.scrollTo(0, 0)`, nil), chromedp.KeyEvent(kb.Tab))
	x.do(chromedp.Click("#keys"), chromedp.Evaluate(`document.activeElement.blur()`, nil), press("/"))
	x.want(`document.activeElement.id === "q"`, "false")
}

func TestPrint(t *testing.T) {
	address, _ := page1(t, 1500)
	x := open(t, address)
	x.do(chromedp.Click("#list summary"), chromedp.WaitVisible("#list .body"))
	var pdf []byte
	x.do(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		pdf, _, err = page.PrintToPDF().WithPrintBackground(true).Do(ctx)
		return err
	}))
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || len(pdf) < 50_000 {
		t.Errorf("%d bytes of PDF", len(pdf))
	}
	keep(t, "print.pdf", pdf)
	x.want(`document.querySelectorAll("#list .finding").length`, "1000")
}

// A violation is what axe-core calls a barrier.
type violation struct {
	ID     string `json:"id"`
	Impact string `json:"impact"`
	Help   string `json:"help"`
	Nodes  []struct {
		HTML           string `json:"html"`
		FailureSummary string `json:"failureSummary"`
	} `json:"nodes"`
}

// TestAccessible looks at the page as it opens, with a finding open, in the dark
// and on a phone.
func TestAccessible(t *testing.T) {
	axe, err := os.ReadFile(os.Getenv("AXE"))
	if err != nil {
		t.Fatalf("AXE names no axe.min.js: %v", err)
	}
	address, _ := page1(t, 300)
	for _, c := range []struct {
		name    string
		scheme  string
		width   int64
		prepare string
	}{
		{"summary", "light", 1300, ""},
		{"finding", "light", 1300, `document.querySelector("#list summary").click(); document.querySelector("#list").scrollIntoView()`},
		{"dark", "dark", 1300, `document.querySelector("#list summary").click()`},
		{"phone", "light", 390, ""},
		{"phone-finding", "dark", 390, `document.querySelector("#list summary").click(); document.querySelector("#list").scrollIntoView()`},
		{"tree", "light", 1300, `document.querySelectorAll("#tree .twist[aria-expanded=false]").forEach((b) => b.click())`},
		{"unchecked", "dark", 1300, `document.querySelectorAll("details").forEach((d) => { d.open = true; })`},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := open(t, address)
			x.do(
				emulation.SetDeviceMetricsOverride(c.width, 1000, 1, c.width < 500),
				emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: c.scheme}}),
				chromedp.Evaluate(c.prepare+";0", nil), chromedp.Sleep(300*time.Millisecond),
			)
			var shot []byte
			x.do(chromedp.CaptureScreenshot(&shot))
			keep(t, c.name+".png", shot)
			x.want(`document.documentElement.scrollWidth`, strconv.FormatInt(c.width, 10))
			x.do(chromedp.Evaluate(string(axe)+";0", nil))
			var found []violation
			var raw string
			x.do(chromedp.Evaluate(`axe.run().then((r) => JSON.stringify(r.violations))`, &raw, func(p *runtime.EvaluateParams) *runtime.EvaluateParams {
				return p.WithAwaitPromise(true)
			}))
			if err := json.Unmarshal([]byte(raw), &found); err != nil {
				t.Fatal(err)
			}
			for _, v := range found {
				t.Errorf("%s (%s): %s: %s\n%s", v.ID, v.Impact, v.Help, v.Nodes[0].HTML, v.Nodes[0].FailureSummary)
			}
		})
	}
}

// The figures of a page of 10,000 findings. The limits are generous: they catch
// what grows with the square and not a slow machine.
func TestTenThousand(t *testing.T) {
	address, size := page1(t, 10_000)
	x := open(t, address)
	ready := value[float64](x, `performance.getEntriesByName("ready")[0].startTime`)
	x.do(chromedp.Focus("#q"))
	var slowest, sum float64
	const word = "number 777"
	for _, c := range word {
		ms := value[float64](x, `(() => { const q = document.getElementById("q"); q.value += `+"`"+string(c)+"`"+`;
			const from = performance.now(); q.dispatchEvent(new Event("input")); document.getElementById("list").offsetHeight; return performance.now() - from; })()`)
		slowest, sum = max(slowest, ms), sum+ms
	}
	x.want(counted, "19 findings of 10,002")
	t.Logf("%.1f MB, interactive after %.0f ms, a key stroke takes %.1f ms on average and %.1f ms at most",
		float64(size)/1e6, ready, sum/float64(len(word)), slowest)
	if ready > 10_000 || slowest > 1_000 {
		t.Error("that is too slow")
	}
	x.do(chromedp.Click("#reset"))
	for range 5 {
		x.do(input.DispatchMouseEvent(input.MouseWheel, 800, 600).WithDeltaX(0).WithDeltaY(100_000), chromedp.Sleep(150*time.Millisecond))
	}
	x.want(`document.querySelectorAll("#list .finding").length > 200`, "true")
}

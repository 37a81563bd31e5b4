package appsource

import (
	"bytes"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// A reader fills a model from Input.xml.
type reader struct {
	*leaves.Reader
	m     *Model
	files *source.Files
}

// format is the elements of Input.xml with what each may hold.
var format = map[string][]string{
	"PvsPackageData": {
		"ProviderName", "PackageFile", "SolutionAnchorName", "StartDate", "EndDate", "MinimumProductVersion", "Flights",
		"SupportedCountries", "LearnMoreLink", "Locales",
	},
	"Flights":       {"Flight"},
	"Locales":       {"PackageLocale"},
	"PackageLocale": {"@Code", "@IsDefault", "Logo", "Terms"},
	"Terms":         {"PackageTerm"},
	"PackageTerm":   {"@File"},
}

// maxIgnored is how many names the format does not have are told.
const maxIgnored = 50

func (r *reader) root(n xmltree.Node) {
	if n.IsSet() && n.Tag() != "PvsPackageData" {
		r.m.Problems = append(r.m.Problems, unit.Problem{
			Member: r.m.File, Pos: r.Tag(n).From, Message: `the description of the package begins with "` + n.Tag() + `", expected "PvsPackageData"`,
		})
		return
	}
	m := r.m
	m.Range = r.Tag(n)
	m.ProviderName = r.required(n, "ProviderName")
	m.PackageFile = r.reference(r.required(n, "PackageFile"))
	m.AnchorName = r.required(n, "SolutionAnchorName")
	m.StartDate, m.EndDate = date(r.required(n, "StartDate")), date(r.required(n, "EndDate"))
	m.MinimumProductVersion = r.Text(n, "MinimumProductVersion")
	m.SupportedCountries = r.required(n, "SupportedCountries")
	m.Countries = r.List(m.SupportedCountries)
	m.CountryBlank = r.blank(n.Child("SupportedCountries"))
	m.LearnMoreLink = r.required(n, "LearnMoreLink")
	m.LocalesAt = r.Tag(n.Child("Locales"))
	r.locales(n)
	r.ignored(n)
}

// required reads the text of an element that must be there and hold something.
func (r *reader) required(n xmltree.Node, name string) model.Text {
	t := r.Text(n, name)
	if n.IsSet() && t.Value == "" {
		r.m.Missing = append(r.m.Missing, Missing{model.At(t, r.Tag(n)), name, r.Keep(n.Tag()), t.IsSet()})
	}
	return t
}

// blank returns the place of the first blank in an element, within a list too.
func (r *reader) blank(n xmltree.Node) model.Range {
	if !n.IsSet() {
		return model.Range{}
	}
	start, end := n.StartTag().End, n.Span().End
	inner := r.File.Text[start:end]
	if i := bytes.LastIndex(inner, []byte("</")); i >= 0 {
		inner = inner[:i]
	}
	if i := bytes.IndexAny(inner, " \t\r\n"); i >= 0 && len(bytes.TrimSpace(inner)) > 0 {
		return r.Range(xmltree.Span{Start: start + i, End: start + i + 1})
	}
	return model.Range{}
}

// maxLocales is how many locales are read; the platform has about fifty languages.
const maxLocales = 1000

func (r *reader) locales(n xmltree.Node) {
	for c := range n.Child("Locales").Named("PackageLocale") {
		if len(r.m.Locales) == maxLocales {
			r.m.Problems = append(r.m.Problems, unit.Problem{Member: r.m.File, Pos: r.Tag(c).From, Message: "there are more locales than are read"})
			break
		}
		r.m.Locales = append(r.m.Locales, r.locale(c))
	}
	if n.IsSet() && len(r.m.Locales) == 0 {
		r.m.Missing = append(r.m.Missing, Missing{model.At(r.m.LocalesAt, r.Tag(n)), "PackageLocale", "Locales", false})
	}
}

func (r *reader) locale(n xmltree.Node) *Locale {
	l := &Locale{Range: r.Tag(n), CodeText: r.Attr(n, "Code"), IsDefault: r.Attr(n, "IsDefault")}
	l.Code = leaves.Int(l.CodeText)
	l.Logo = r.reference(r.required(n, "Logo"))
	terms := n.Child("Terms")
	for c := range terms.Named("PackageTerm") {
		if len(l.Terms) == maxLocales {
			break
		}
		if t := r.Attr(c, "File"); t.Value != "" {
			l.Terms = append(l.Terms, r.reference(t))
		} else {
			r.m.Missing = append(r.m.Missing, Missing{model.At(t, r.Tag(c)), "File", "PackageTerm", t.IsSet()})
		}
	}
	if !terms.Child("PackageTerm").IsSet() {
		r.m.Missing = append(r.m.Missing, Missing{model.At(r.Tag(terms), l), "PackageTerm", "Terms", false})
	}
	return l
}

// reference finds the member that a text names. Separators may be backslashes.
func (r *reader) reference(t model.Text) Reference {
	ref := Reference{Text: t}
	if t.Value == "" {
		return ref
	}
	name := strings.TrimPrefix(strings.ReplaceAll(t.Value, `\`, "/"), "./")
	if _, ref.Exact = slices.BinarySearch(r.files.Names(), name); ref.Exact {
		ref.Member = name
	} else {
		ref.Member, _ = r.files.Find(name)
	}
	return ref
}

// date reads the form that the page asks for, and the same with dashes, which the
// build of Microsoft's ALM accelerator writes.
func date(t model.Text) Date {
	d := Date{Text: t}
	for _, layout := range []string{"1/2/2006", "1-2-2006"} {
		if day, err := time.Parse(layout, t.Value); err == nil {
			d.Day, d.Dashes = day, layout == "1-2-2006"
		}
	}
	return d
}

// ignored finds the elements and attributes that the format does not have.
func (r *reader) ignored(n xmltree.Node) {
	known := format[n.Tag()]
	if known == nil || len(r.m.Ignored) >= maxIgnored {
		return
	}
	for i := range n.Element.Attr {
		a := &n.Element.Attr[i]
		if a.Space == "" && a.Key != "xmlns" {
			r.judge(n, model.Range{}, "@"+a.Key, known)
		}
	}
	for c := range n.Children() {
		r.judge(n, r.Tag(c), c.Tag(), known)
		r.ignored(c)
	}
}

// judge keeps a name that is not known.
func (r *reader) judge(in xmltree.Node, at model.Range, name string, known []string) {
	meant := ""
	for _, k := range known {
		if k == name {
			return
		}
		if strings.EqualFold(k, name) {
			meant = strings.TrimPrefix(k, "@")
		}
	}
	plain, isAttribute := strings.CutPrefix(name, "@")
	if isAttribute {
		at = r.Attr(in, plain).Range
	}
	if len(r.m.Ignored) < maxIgnored {
		r.m.Ignored = append(r.m.Ignored, Ignored{at, r.Keep(plain), isAttribute, r.Keep(in.Tag()), meant})
	}
}

func extension(name string) string { return path.Ext(name) }

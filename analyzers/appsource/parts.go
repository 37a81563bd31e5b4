package appsource

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/html"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// maxPixels is the size up to which a picture is decoded to see whether it is
// sound; a larger one is no logo, and its header alone is read.
const maxPixels = 1 << 20

// maxParts is how many logos and terms are read.
const maxParts = 500

// pictures reads the logos that locales name.
func (r *reader) pictures(pass *analysis.Pass) {
	seen := make(map[string]bool)
	for _, l := range r.m.Locales {
		member := l.Logo.Member
		if member == "" || seen[member] || len(seen) == maxParts {
			continue
		}
		seen[member] = true
		logo := &Logo{Range: l.Logo.Range, Member: member}
		if data, err := pass.ReadFile(member); err != nil {
			logo.Broken = err.Error()
		} else {
			logo.read(data)
		}
		r.m.Logos = append(r.m.Logos, logo)
	}
}

// read tells the format by the bytes that a file begins with, and its size by its
// header.
func (l *Logo) read(data []byte) {
	var header func() (image.Config, error)
	var whole func() (image.Image, error)
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		l.Format = "PNG"
		header = func() (image.Config, error) { return png.DecodeConfig(bytes.NewReader(data)) }
		whole = func() (image.Image, error) { return png.Decode(bytes.NewReader(data)) }
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		l.Format = "JPEG"
		header = func() (image.Config, error) { return jpeg.DecodeConfig(bytes.NewReader(data)) }
		whole = func() (image.Image, error) { return jpeg.Decode(bytes.NewReader(data)) }
	default:
		return
	}
	c, err := header()
	if err != nil {
		l.Broken = err.Error()
		return
	}
	l.Width, l.Height = c.Width, c.Height
	if c.Width <= 0 || c.Height <= 0 || c.Width > maxPixels/c.Height {
		return
	}
	if _, err := whole(); err != nil {
		l.Broken = err.Error()
	}
}

// pages reads the terms that locales name.
func (r *reader) pages() {
	seen := make(map[string]bool)
	for _, l := range r.m.Locales {
		for _, t := range l.Terms {
			if t.Member != "" && !seen[t.Member] && len(seen) < maxParts {
				seen[t.Member] = true
				r.page(t)
			}
		}
	}
}

func (r *reader) page(t Reference) {
	file, err := r.files.Open(t.Member)
	if err != nil {
		return // a fault of the package tells why
	}
	p := &Page{Range: t.Range, Member: t.Member}
	in := *r.Reader
	in.File = file
	page := html.Read(file.Text)
	p.IsHTML = page.IsHTML
	for l := range page.RemoteScripts() {
		if len(p.Scripts) < maxParts {
			p.Scripts = append(p.Scripts, model.Text{Value: in.Keep(l.URL), Range: in.Range(xmltree.Span(l.Span))})
		}
	}
	r.m.Terms = append(r.m.Terms, p)
}

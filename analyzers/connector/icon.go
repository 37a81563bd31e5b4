package connector

import (
	"bytes"
	"fmt"
	"go/token"
	"image"
	"image/color"
	"image/png"
	"strconv"
	"strings"
)

// An Icon is the picture of a connector.
type Icon struct {
	Member string
	At     token.Pos // stands for the member
	Size   int       // bytes
	Format string    // "PNG", "JPEG", "GIF", "SVG"; empty for what is none of these
	Width  int       // pixels; 0 where they could not be read
	Height int

	// What follows is known of a PNG that was decoded.
	Decoded     bool
	Fault       string // why a PNG could not be decoded
	Transparent bool   // some pixel of the outermost frame is not opaque
	Background  string // "#rrggbb" where the outermost frame has one colour, empty where it has several
	MarkWidth   int    // pixels, of what differs from the background
	MarkHeight  int
}

// maxPixels bounds what is decoded: an icon has some fifty thousand pixels.
const maxPixels = 1 << 22

// readIcon tells what a picture is like. It never fails: what is no picture has
// no format.
func readIcon(member string, at token.Pos, data []byte) *Icon {
	i := &Icon{Member: member, At: at, Size: len(data), Format: formatOfImage(data)}
	if i.Format != "PNG" {
		return i
	}
	config, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		i.Fault = err.Error()
		return i
	}
	i.Width, i.Height = config.Width, config.Height
	if config.Width > maxPixels/max(config.Height, 1) {
		return i
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		i.Fault = err.Error()
		return i
	}
	i.Decoded = true
	i.measure(img)
	return i
}

func formatOfImage(data []byte) string {
	for _, magic := range []struct{ begins, format string }{
		{"\x89PNG\r\n\x1a\n", "PNG"}, {"\xff\xd8\xff", "JPEG"}, {"GIF8", "GIF"}, {"<svg", "SVG"}, {"<?xml", "SVG"},
	} {
		if bytes.HasPrefix(data, []byte(magic.begins)) {
			return magic.format
		}
	}
	return ""
}

// measure looks at the frame, which is the background, and at what differs from
// it.
func (i *Icon) measure(img image.Image) {
	b := img.Bounds()
	first := colorAt(img, b.Min.X, b.Min.Y)
	uniform := true
	frame := func(x, y int) {
		c := colorAt(img, x, y)
		i.Transparent = i.Transparent || c.A != 0xFF
		uniform = uniform && alike(c, first)
	}
	for x := b.Min.X; x < b.Max.X; x++ {
		frame(x, b.Min.Y)
		frame(x, b.Max.Y-1)
	}
	for y := b.Min.Y; y < b.Max.Y; y++ {
		frame(b.Min.X, y)
		frame(b.Max.X-1, y)
	}
	if !uniform {
		return
	}
	if first.A == 0xFF {
		i.Background = fmt.Sprintf("#%02x%02x%02x", first.R, first.G, first.B)
	}
	mark := image.Rectangle{}
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if !alike(colorAt(img, x, y), first) {
				mark = mark.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	i.MarkWidth, i.MarkHeight = mark.Dx(), mark.Dy()
}

func colorAt(img image.Image, x, y int) color.NRGBA {
	c, ok := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
	if !ok {
		return color.NRGBA{}
	}
	return c
}

// IsBackground reports whether the background has the colour "#rrggbb", as far as
// the eye can tell.
func (i *Icon) IsBackground(color string) bool {
	a, ok := colorOf(i.Background)
	b, both := colorOf(color)
	return ok && both && alike(a, b)
}

func colorOf(s string) (c color.NRGBA, ok bool) {
	v, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 24)
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8 & 0xFF), uint8(v & 0xFF), 0xFF}, err == nil && len(s) == len("#rrggbb")
}

// alike reports whether two colours are the same to the eye.
func alike(a, b color.NRGBA) bool {
	const most = 4
	return apart(a.R, b.R) <= most && apart(a.G, b.G) <= most && apart(a.B, b.B) <= most && apart(a.A, b.A) <= most
}

func apart(a, b uint8) uint8 { return max(a, b) - min(a, b) }

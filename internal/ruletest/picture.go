package ruletest

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"
)

// pictureExt ends the names of members that describe a picture in words. They
// become the PNG that the words describe, without this part of their names.
const pictureExt = ".picture"

// drawn returns a member with its picture drawn. The words are the size, the
// background and, if there is one, the size of the mark in the middle:
// "200x200 #da3b01 100x100". The background "clear" is transparent.
func drawn(f file) (file, error) {
	name, ok := strings.CutSuffix(f.name, pictureExt)
	if !ok {
		return f, nil
	}
	words := append(strings.Fields(f.text), "0x0")
	var width, height, markWidth, markHeight int
	var back color.NRGBA
	if len(words) < 3 {
		return f, fmt.Errorf("%s: write a picture as \"200x200 #da3b01 100x100\"", f.name)
	}
	if _, err := fmt.Sscanf(words[0]+" "+words[2], "%dx%d %dx%d", &width, &height, &markWidth, &markHeight); err != nil {
		return f, fmt.Errorf("%s: %w", f.name, err)
	}
	if words[1] != "clear" {
		back.A = 0xFF
		if _, err := fmt.Sscanf(words[1], "#%02x%02x%02x", &back.R, &back.G, &back.B); err != nil {
			return f, fmt.Errorf("%s: %w", f.name, err)
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, draw(width, height, markWidth, markHeight, back)); err != nil {
		return f, fmt.Errorf("%s: %w", f.name, err)
	}
	return file{name, b.String()}, nil
}

func draw(width, height, markWidth, markHeight int, back color.NRGBA) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	left, top := (width-markWidth)/2, (height-markHeight)/2
	mark := image.Rect(left, top, left+markWidth, top+markHeight)
	for y := range height {
		for x := range width {
			img.SetNRGBA(x, y, back)
			if (image.Point{X: x, Y: y}).In(mark) {
				img.SetNRGBA(x, y, color.NRGBA{0x20, 0x20, 0x20, 0xFF})
			}
		}
	}
	return img
}

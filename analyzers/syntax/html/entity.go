package html

import (
	"bytes"
	"sort"

	"golang.org/x/net/html"
)

// A shift says that from a byte of a resolved text on, places in the text and
// places in what was written differ by a number that was another before.
type shift struct{ resolved, written int }

// place returns where the byte i of a resolved text was written.
func place(shifts []shift, i int) int {
	n := sort.Search(len(shifts), func(k int) bool { return shifts[k].resolved > i })
	if n == 0 {
		return i
	}
	s := shifts[n-1]
	return s.written + i - s.resolved
}

// after returns the shifts of a text without its first n bytes, which were written
// as from.
func after(shifts []shift, n, from int) []shift {
	if len(shifts) == 0 {
		return nil
	}
	rest := []shift{{0, 0}}
	for _, s := range shifts {
		if s.resolved > n {
			rest = append(rest, shift{s.resolved - n, s.written - from})
		}
	}
	return rest
}

// resolve replaces the entities of an attribute's value. Where there are none it
// returns the value itself and no shifts.
func resolve(raw []byte) (text []byte, shifts []shift) {
	next := bytes.IndexByte(raw, '&')
	if next < 0 {
		return raw, nil
	}
	text = append(make([]byte, 0, len(raw)), raw[:next]...)
	for at := next; at < len(raw); {
		n := entityLength(raw[at:])
		written := raw[at : at+n]
		value := entity(written, raw[at+n:])
		if string(value) != string(written) {
			// All bytes of the value are at the beginning of the entity, so that none is
			// beyond its end.
			for i := range value {
				shifts = append(shifts, shift{len(text) + i, at})
			}
			shifts = append(shifts, shift{len(text) + len(value), at + n})
		}
		text = append(text, value...)
		at += n
		rest := bytes.IndexByte(raw[at:], '&')
		if rest < 0 {
			rest = len(raw) - at
		}
		text = append(text, raw[at:at+rest]...)
		at += rest
	}
	return text, shifts
}

// entityLength returns the length of what begins with an ampersand and could be an
// entity.
func entityLength(raw []byte) int {
	n := 1
	if n < len(raw) && raw[n] == '#' {
		n++
	}
	for n < len(raw) && isAlphanumeric(raw[n]) {
		n++
	}
	if n < len(raw) && raw[n] == ';' {
		n++
	}
	return n
}

func isAlphanumeric(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// entity returns what an entity in an attribute's value stands for: itself where
// it is none. In attributes only a whole name counts, and without its semicolon
// not before an equals sign, so that addresses keep their parameters.
func entity(written, following []byte) []byte {
	isNumber := len(written) > 1 && written[1] == '#'
	hasEnd := written[len(written)-1] == ';'
	if !isNumber && !hasEnd && len(following) > 0 && following[0] == '=' {
		return written
	}
	value := html.UnescapeString(string(written))
	if !isNumber && isTail(value, written) {
		return written
	}
	return []byte(value)
}

// isTail reports whether only a beginning of the name was an entity: what follows
// it is still there. No entity of several bytes ends as its name does.
func isTail(value string, written []byte) bool {
	return len(value) > 1 && value[len(value)-1] == written[len(written)-1]
}

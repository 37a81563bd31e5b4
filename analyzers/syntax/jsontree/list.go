package jsontree

import "strings"

// A list reads what stands between the brackets of one container that is not
// well-formed.
type list struct {
	reader *lenientReader
	start  int // of the opening bracket
	mark   int
	depth  int
	comma  int // place of the comma before the reader; -1 after a value
}

// separator deals with commas, spaces and the end of the text. It reports
// whether the container ends here.
func (l *list) separator(closing byte) (ends bool) {
	r := l.reader
	for {
		r.space()
		switch r.peek() {
		case ',':
			if l.comma >= 0 {
				l.extraComma()
			}
			l.comma = r.at
			r.at++
			continue
		case closing:
			if l.comma >= 0 && l.hasChildren() {
				r.problem(TrailingComma, l.comma, l.comma+1, "")
			}
			r.at++
			return true
		case 0:
			if r.at >= len(r.src) {
				l.unclosed()
				return true
			}
		}
		return false
	}
}

func (l *list) hasChildren() bool { return len(l.reader.stack) > l.mark }

// extraComma tells of a comma with nothing before it. In an array a value is
// missing there, which counts as an item.
func (l *list) extraComma() {
	r := l.reader
	if r.src[l.start] == '{' {
		r.problem(ExtraComma, r.at, r.at+1, "")
		return
	}
	r.problem(MissingValue, r.at, r.at, "")
	r.push(Member{Value: r.scalar(Missing, "", r.at, r.at)})
}

func (l *list) unclosed() {
	if !l.reader.full {
		l.reader.problem(UnclosedContainer, l.start, l.start+1, l.reader.src[l.start:l.start+1])
	}
}

// needComma tells of a comma that is missing before the reader: its place is
// behind the value before.
func (l *list) needComma() {
	r := l.reader
	if l.comma < 0 && l.hasChildren() {
		end := int(r.stack[len(r.stack)-1].Value.end - r.base)
		r.problem(MissingComma, end, end, "")
	}
	l.comma = -1
}

// items reads an array up to its end.
func (l *list) items() {
	r := l.reader
	l.comma = 0
	for first := true; !l.separator(']'); first = false {
		if first {
			l.comma = -1
		}
		switch r.peek() {
		case '}':
			if l.endsWithObject() {
				l.unclosed()
				return
			}
			l.unexpected()
		case ':':
			l.unexpected()
		default:
			l.needComma()
			r.push(Member{Value: r.value(l.depth)})
		}
	}
}

// endsWithObject reports whether the brace at hand ends an object outside of the
// array and the array with it. It does not where the array's own bracket comes
// next and there is no other array that it could belong to.
func (l *list) endsWithObject() bool {
	r := l.reader
	if l.depth == r.arrays {
		return false
	}
	return r.arrays > 1 || !strings.HasPrefix(strings.TrimLeft(r.src[r.at+1:], " \t\r\n"), "]")
}

// members reads an object up to its end.
func (l *list) members() {
	r := l.reader
	l.comma = 0
	for first := true; !l.separator('}'); first = false {
		if first {
			l.comma = -1
		}
		switch r.peek() {
		case ']':
			if r.arrays > 0 {
				l.unclosed()
				return
			}
			l.unexpected()
		case ':':
			l.unexpected()
		case '{', '[':
			if l.endsBeforeItem() {
				return
			}
			r.problem(MissingName, r.at, r.at+1, "")
			r.value(l.depth)
			l.comma = -1
		default:
			l.member()
		}
	}
}

// endsBeforeItem reports whether the bracket at hand begins the next item of the
// array around an object whose own closing bracket was left out. The reader is
// then back at the comma.
func (l *list) endsBeforeItem() bool {
	r := l.reader
	if r.peek() != '{' || r.arrays == 0 || l.comma < 0 || !l.hasChildren() {
		return false
	}
	l.unclosed()
	r.at = l.comma
	return true
}

// member reads one name and its value.
func (l *list) member() {
	r := l.reader
	start := r.at
	name, ok := l.name()
	if !ok {
		return
	}
	l.needComma()
	key := r.key(name, start, r.at)
	r.space()
	if r.peek() == ':' {
		r.at++
		r.space()
	} else {
		r.problem(MissingColon, r.at, r.at, name)
	}
	value := r.value(l.depth)
	r.push(Member{key, value})
}

// name reads a member's name. It reports false for text that is none.
func (l *list) name() (name string, ok bool) {
	r := l.reader
	start := r.at
	if c := r.peek(); c == '"' || c == '\'' {
		return r.text(c), true
	}
	name = r.word()
	end := r.at
	r.space()
	if r.peek() != ':' {
		r.problem(UnexpectedText, start, end, name)
		return "", false
	}
	r.problem(UnquotedName, start, end, name)
	r.at = end
	return name, true
}

// unexpected passes over one character.
func (l *list) unexpected() {
	r := l.reader
	r.problem(UnexpectedText, r.at, r.at+1, r.src[r.at:r.at+1])
	r.at++
}

package jsontree

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// A strictReader builds the tree from jsontext's tokens.
type strictReader struct {
	*builder
	tokens *jsontext.Decoder
	at     int // end of the last token
}

// errLimit stops the reading of a text that is beyond the limits.
var errLimit = errors.New("beyond the limits")

// readStrict reads text and reports whether it is well-formed and within the
// limits. Otherwise the builder is spent.
func readStrict(b *builder, text []byte) (root Node, ok bool) {
	r := &strictReader{
		builder: b,
		// A *bytes.Buffer is the one reader that jsontext does not copy from.
		tokens: jsontext.NewDecoder(bytes.NewBuffer(text), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)),
	}
	root, err := r.value(0)
	if err != nil {
		return Node{}, false
	}
	_, err = r.tokens.ReadToken()
	return root, errors.Is(err, io.EOF)
}

func (r *strictReader) value(depth int) (Node, error) {
	kind, start, err := r.next()
	if err != nil {
		return Node{}, err
	}
	return r.rest(kind, start, depth)
}

// next reads a token and returns where it starts: only spaces, a comma or a colon
// lie between two tokens.
func (r *strictReader) next() (kind jsontext.Kind, start int, err error) {
	t, err := r.tokens.ReadToken()
	if err != nil {
		return 0, 0, err
	}
	start = r.at
	for {
		switch r.src[start] {
		case ' ', '\t', '\r', '\n', ',', ':':
			start++
			continue
		}
		break
	}
	r.at = int(r.tokens.InputOffset())
	return t.Kind(), start, nil
}

// rest finishes the value whose first token was read.
func (r *strictReader) rest(kind jsontext.Kind, start, depth int) (Node, error) {
	switch kind {
	case jsontext.KindBeginObject:
		return r.object(start, depth+1)
	case jsontext.KindBeginArray:
		return r.array(start, depth+1)
	case jsontext.KindString:
		return r.scalar(String, r.unquote(start), start, r.at), nil
	case jsontext.KindNumber:
		return r.scalar(Number, r.src[start:r.at], start, r.at), nil
	case jsontext.KindNull:
		return r.scalar(Null, r.src[start:r.at], start, r.at), nil
	default:
		return r.scalar(Boolean, r.src[start:r.at], start, r.at), nil
	}
}

func (r *strictReader) object(start, depth int) (Node, error) {
	mark := len(r.stack)
	for {
		kind, at, err := r.next()
		if err != nil {
			return Node{}, err
		}
		if kind == jsontext.KindEndObject {
			return r.container(Object, mark, start, r.at), nil
		}
		if depth > r.limits.Depth || r.isFull() {
			return Node{}, errLimit
		}
		key := r.key(r.unquote(at), at, r.at)
		value, err := r.value(depth)
		if err != nil {
			return Node{}, err
		}
		r.push(Member{key, value})
	}
}

func (r *strictReader) array(start, depth int) (Node, error) {
	mark := len(r.stack)
	for {
		kind, at, err := r.next()
		if err != nil {
			return Node{}, err
		}
		if kind == jsontext.KindEndArray {
			return r.container(Array, mark, start, r.at), nil
		}
		if depth > r.limits.Depth || r.isFull() {
			return Node{}, errLimit
		}
		value, err := r.rest(kind, at, depth)
		if err != nil {
			return Node{}, err
		}
		r.push(Member{Value: value})
	}
}

// unquote returns the value of the string that was read last. It shares the
// source's memory where nothing is escaped.
func (r *strictReader) unquote(start int) string {
	inner := r.src[start+1 : r.at-1]
	if strings.IndexByte(inner, '\\') < 0 {
		return inner
	}
	return unescape(inner)
}

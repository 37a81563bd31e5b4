package sarif

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// What a log may hold at most; each stands for memory that reading it takes.
const (
	maxRuns       = 1_000
	maxResultSize = 16 << 20  // bytes of one result
	maxHeadSize   = 256 << 20 // bytes of all that is not a result
)

// Read reads a log, hands each result to each as soon as it is read, and returns
// the runs without their results. The int is the number of the result's run,
// from 0. The runs are complete only when Read returns, for some tools write
// results before the tool that they belong to: who needs a rule by its index
// reads the log twice, first with a nil each.
//
// An error of each ends the reading and is returned as it is. Any other error
// tells the place in the log as a JSON pointer or a byte offset. Members that the
// object model does not have are left out, such as the relationships of a rule.
// Memory is bounded: at most 1,000 runs, 16 MiB for a result and 256 MiB for all
// the rest.
func Read(r io.Reader, each func(run int, result *Result) error) ([]*Run, error) {
	in := &limited{r: withoutMark(r)}
	lr := &logReader{
		in:   in,
		dec:  jsontext.NewDecoder(in, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)),
		each: each,
		head: maxHeadSize,
	}
	if err := lr.log(); err != nil {
		return nil, err
	}
	return lr.runs, nil
}

// withoutMark returns r without the byte order mark that some tools write.
func withoutMark(r io.Reader) io.Reader {
	b := bufio.NewReaderSize(r, 1<<16)
	if mark, err := b.Peek(3); err == nil && string(mark) == "\xef\xbb\xbf" {
		_, _ = b.Discard(3) // the three bytes are in the buffer
	}
	return b
}

// errTooLarge is the end of the patience of a [limited] reader.
var errTooLarge = errors.New("larger than a SARIF log may be")

// limited reads at most left bytes until it is set anew.
type limited struct {
	r    io.Reader
	left int
}

// Read implements [io.Reader].
func (l *limited) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, errTooLarge
	}
	n, err := l.r.Read(p[:min(len(p), l.left)])
	l.left -= n
	return n, err
}

type logReader struct {
	in      *limited
	dec     *jsontext.Decoder
	each    func(run int, result *Result) error
	runs    []*Run
	version string
	head    int // bytes that may still be read outside of results
}

func (r *logReader) log() error {
	err := r.members(func(name string) error {
		switch name {
		case "version":
			return r.decode(&r.version)
		case "runs":
			return r.elements(r.run)
		}
		return r.skip()
	})
	if err != nil {
		return err
	}
	if !strings.HasPrefix(r.version, Version) {
		return fmt.Errorf("sarif: the log's version is %q: expected %s", r.version, Version)
	}
	r.in.left = r.head
	if _, err := r.dec.ReadToken(); !errors.Is(err, io.EOF) {
		return fmt.Errorf("sarif: something follows the log after byte %d", r.dec.InputOffset())
	}
	return nil
}

func (r *logReader) run() error {
	if len(r.runs) == maxRuns {
		return fmt.Errorf("sarif: more than %d runs", maxRuns)
	}
	run, index := new(Run), len(r.runs)
	r.runs = append(r.runs, run)
	return r.members(func(name string) error {
		if name == "results" {
			return r.elements(func() error { return r.result(index) })
		}
		return r.member(name, run)
	})
}

// member decodes one member of a run.
func (r *logReader) member(name string, run *Run) error {
	raw, err := r.value()
	if err != nil {
		return err
	}
	r.head -= len(raw)
	doc, err := jsontext.AppendQuote([]byte{'{'}, name)
	if err != nil {
		return r.located(err)
	}
	doc = append(append(append(doc, ':'), raw...), '}')
	return r.unmarshal(doc, run)
}

func (r *logReader) result(run int) error {
	r.in.left = maxResultSize
	if r.each == nil {
		return r.located(r.dec.SkipValue())
	}
	raw, err := r.dec.ReadValue()
	if err != nil {
		return r.located(err)
	}
	result := new(Result)
	if err := r.unmarshal(raw, result); err != nil {
		return err
	}
	return r.each(run, result)
}

// members reads an object and calls f for each member, whose value f must read.
// Null stands for an object without members.
func (r *logReader) members(f func(name string) error) error {
	return r.until(jsontext.KindBeginObject, jsontext.KindEndObject, func() error {
		name, err := r.dec.ReadToken()
		if err != nil {
			return r.located(err)
		}
		return f(name.String())
	})
}

// elements reads an array and calls f for each element that is not null, which f
// must read. Null stands for an array without elements.
func (r *logReader) elements(f func() error) error {
	return r.until(jsontext.KindBeginArray, jsontext.KindEndArray, func() error {
		if r.dec.PeekKind() == jsontext.KindNull {
			return r.skip()
		}
		return f()
	})
}

func (r *logReader) until(begin, end jsontext.Kind, f func() error) error {
	r.in.left = r.head
	switch kind := r.dec.PeekKind(); {
	case kind == jsontext.KindNull && r.dec.StackDepth() > 0:
		return r.located(r.dec.SkipValue())
	case kind != begin && kind != jsontext.KindInvalid:
		return fmt.Errorf("sarif: %s: expected %c", r.place(), begin)
	}
	if _, err := r.dec.ReadToken(); err != nil {
		return r.located(err)
	}
	for {
		r.in.left = r.head
		if r.dec.PeekKind() == end {
			_, err := r.dec.ReadToken()
			return r.located(err)
		}
		if err := f(); err != nil {
			return err
		}
	}
}

func (r *logReader) value() (jsontext.Value, error) {
	r.in.left = r.head
	v, err := r.dec.ReadValue()
	return v, r.located(err)
}

func (r *logReader) skip() error {
	r.in.left = r.head
	return r.located(r.dec.SkipValue())
}

func (r *logReader) decode(v any) error {
	raw, err := r.value()
	if err != nil {
		return err
	}
	return r.unmarshal(raw, v)
}

func (r *logReader) unmarshal(raw []byte, v any) error {
	if bytes.Contains(raw, []byte("null")) || bytes.Contains(raw, []byte("-1")) {
		clean, err := dropAbsent(raw)
		if err != nil {
			return r.located(err)
		}
		raw = clean
	}
	if err := json.Unmarshal(raw, v, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true), json.WithUnmarshalers(bags())); err != nil {
		return fmt.Errorf("sarif: %s: %w", r.place(), err)
	}
	return nil
}

// bags reads a property bag that stands by itself, as the parameters of a rule do:
// go-sarif expects its members one level further in.
var bags = sync.OnceValue(func() *json.Unmarshalers {
	return json.UnmarshalFromFunc(func(in *jsontext.Decoder, bag *PropertyBag) error {
		return json.UnmarshalDecode(in, &bag.Properties)
	})
})

func (r *logReader) located(err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("sarif: %s: %w", r.place(), err)
}

// place returns where in the log the reader is.
func (r *logReader) place() string {
	if at := r.dec.StackPointer(); at != "" {
		return string(at)
	}
	return fmt.Sprintf("byte %d", r.dec.InputOffset())
}

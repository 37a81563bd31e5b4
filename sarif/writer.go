package sarif

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// A Writer writes one log: [Writer.Run] begins a run, [Writer.Result] adds to it
// as often as needed, [Writer.Close] ends the log. A result is written when it is
// given and not held. The bytes depend on nothing but what was given; each result
// has a line of its own.
//
// After an error all further calls return it, and the file is of no use.
type Writer struct {
	out     *bufio.Writer
	part    bytes.Buffer  // the part being encoded
	enc     *json.Encoder // into part
	runs    int
	results int  // of the run under way
	rules   uint // of the run under way
	err     error
}

// NewWriter returns a writer of one log to w.
func NewWriter(w io.Writer) *Writer {
	sw := &Writer{out: bufio.NewWriterSize(w, 1<<16)}
	sw.enc = json.NewEncoder(&sw.part)
	sw.enc.SetEscapeHTML(false)
	return sw
}

// Run ends the run under way and begins the next with all of run but its
// results. It refuses a run without a named driver and an invocation that does
// not say whether it succeeded.
func (w *Writer) Run(run *Run) error {
	if w.err == nil {
		w.err = checkRun(run)
	}
	if w.err != nil {
		return w.err
	}
	if w.runs == 0 {
		w.print(`{"$schema":"` + Schema + `","version":"` + Version + `","runs":[` + "\n")
	} else {
		w.endRun()
		w.print(",\n")
	}
	w.runs++
	w.results, w.rules = 0, uint(len(run.Tool.Driver.Rules))
	w.write(bytes.TrimSuffix(w.encode(headOf(run)), []byte{'}'}))
	w.print(`,"results":[`)
	return w.err
}

func checkRun(run *Run) error {
	if run.Tool.Driver == nil || run.Tool.Driver.Name == "" {
		return errors.New("sarif: a run without the name of its driver")
	}
	for _, in := range run.Invocations {
		if in.ExecutionSuccessful == nil {
			return errors.New("sarif: an invocation that does not say whether it succeeded")
		}
	}
	return nil
}

// Result adds a result to the run under way. It refuses a result that names no
// rule, or one by an index that the run does not have.
func (w *Writer) Result(r *Result) error {
	switch {
	case w.err != nil:
		return w.err
	case w.runs == 0:
		w.err = errors.New("sarif: a result outside of any run")
	case r.RuleIndex != nil && *r.RuleIndex >= w.rules:
		w.err = fmt.Errorf("sarif: a result of rule %d in a run of %d rules", *r.RuleIndex, w.rules)
	case r.RuleIndex == nil && r.RuleID == nil && r.Rule == nil:
		w.err = errors.New("sarif: a result without a rule")
	}
	part := w.encode(r)
	if w.results > 0 {
		w.print(",")
	}
	w.print("\n")
	w.write(part)
	w.results++
	return w.err
}

// Close ends the log and hands on what is buffered. It does not close the
// underlying writer. A log has at least one run.
func (w *Writer) Close() error {
	if w.err == nil && w.runs == 0 {
		w.err = errors.New("sarif: a log without a run")
	}
	w.endRun()
	w.print("\n]}\n")
	if w.err == nil {
		w.err = w.out.Flush()
	}
	return w.err
}

func (w *Writer) endRun() {
	if w.results > 0 {
		w.print("\n")
	}
	w.print("]}")
}

// encode returns v as JSON without line end, without nulls and with parameters
// in the form of the standard. The bytes are good until the next call.
func (w *Writer) encode(v any) []byte {
	if w.err != nil {
		return nil
	}
	w.part.Reset()
	if w.err = w.enc.Encode(v); w.err != nil {
		return nil
	}
	part := bytes.TrimSuffix(w.part.Bytes(), []byte{'\n'})
	if bytes.Contains(part, []byte(":null")) || bytes.Contains(part, []byte(`"parameters":{`)) {
		part, w.err = standard(part)
	}
	return part
}

func (w *Writer) print(s string) {
	if w.err == nil {
		_, w.err = w.out.WriteString(s)
	}
}

func (w *Writer) write(b []byte) {
	if w.err == nil {
		_, w.err = w.out.Write(b)
	}
}

package fix

import (
	"bytes"
	"fmt"
	"io"
)

// around is how many lines a diff shows before and after a change.
const around = 3

// Diff writes the plan as a unified diff, as patch and git apply take it.
func (p *Plan) Diff(w io.Writer) error {
	for _, f := range p.Files {
		if _, err := w.Write(f.diff()); err != nil {
			return fmt.Errorf("writing the diff: %w", err)
		}
	}
	return nil
}

// A change is a run of lines that other lines replace.
type change struct {
	from, to int // lines of the text before, from 0, the end excluded
	lines    [][]byte
}

func (f *File) diff() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "--- a/%s\n+++ b/%s\n", f.Path, f.Path)
	lines := splitLines(f.text)
	if len(lines) == 0 {
		lines = [][]byte{nil} // an empty file is shown as one empty line
	}
	shift := 0 // lines that the hunks before have added
	for rest := f.changes(lines); len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].from-rest[n-1].to <= 2*around {
			n++
		}
		shift += writeHunk(&b, lines, rest[:n], shift)
		rest = rest[n:]
	}
	return b.Bytes()
}

// writeHunk writes changes that are near each other and returns how many lines
// they add.
func writeHunk(b *bytes.Buffer, lines [][]byte, changes []change, shift int) (added int) {
	first, last := max(0, changes[0].from-around), min(len(lines), changes[len(changes)-1].to+around)
	for _, c := range changes {
		added += len(c.lines) - (c.to - c.from)
	}
	fmt.Fprintf(b, "@@ -%d,%d +%d,%d @@\n", first+1, last-first, first+1+shift, last-first+added)
	at := first
	for _, c := range changes {
		writeLines(b, ' ', lines[at:c.from])
		writeLines(b, '-', lines[c.from:c.to])
		writeLines(b, '+', c.lines)
		at = c.to
	}
	writeLines(b, ' ', lines[at:last])
	return added
}

func writeLines(b *bytes.Buffer, sign byte, lines [][]byte) {
	for _, line := range lines {
		b.WriteByte(sign)
		b.Write(line)
		if !bytes.HasSuffix(line, []byte("\n")) {
			b.WriteString("\n\\ No newline at end of file\n")
		}
	}
}

// changes returns the runs of lines that edits touch. Edits in neighbouring lines
// make one run.
func (f *File) changes(lines [][]byte) []change {
	var list []change
	offsets := make([]int, len(lines)+1)
	for i, line := range lines {
		offsets[i+1] = offsets[i] + len(line)
	}
	line := 0
	for i := 0; i < len(f.edits); {
		for line+1 < len(lines) && offsets[line+1] <= f.edits[i].start {
			line++
		}
		c, first := change{from: line}, i
		for i < len(f.edits) && (i == first || f.edits[i].start < offsets[min(line+2, len(lines))]) {
			for line+1 < len(lines) && offsets[line+1] < f.edits[i].end {
				line++
			}
			i++
		}
		c.to = min(line+1, len(lines))
		c.lines = splitLines(f.apply(span{offsets[c.from], offsets[c.to]}, f.edits[first:i]))
		list = append(list, c)
	}
	return list
}

// splitLines returns the lines with their ends.
func splitLines(text []byte) [][]byte {
	lines := bytes.SplitAfter(text, []byte("\n"))
	if last := len(lines) - 1; len(lines[last]) == 0 {
		lines = lines[:last]
	}
	return lines
}

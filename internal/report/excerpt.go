package report

import (
	"strings"
	"unicode/utf16"

	"github.com/solcheck/solcheck/internal/engine"
)

const (
	tabWidth = 4
	ellipsis = "..."
)

// An excerpt is a line of code as it is shown: a part of it around the region,
// and what goes under it to mark the region.
type excerpt struct{ code, mark string }

// A cell is one character of a line as a terminal shows it.
type cell struct {
	text    string
	columns int
	unit    int // UTF-16 units of the line before it
}

// excerptOf cuts line, of which cut UTF-16 units are missing at its start, to
// limit columns around the region. The region begins on this line; where it ends
// on a later one it is marked to the end of the line.
func excerptOf(line string, cut int, r engine.Region, limit int) excerpt {
	cells := cellsOf(strings.TrimRight(line, " \t\r\n"), cut)
	from := indexOfUnit(cells, r.Column-1)
	to := len(cells)
	if r.EndLine <= r.Line {
		to = indexOfUnit(cells, r.EndColumn-1)
	}
	to = max(to, from)
	first, last := window(cells, from, to, limit, cut > 0)
	to = min(to, last)

	var code, mark strings.Builder
	if first > 0 || cut > 0 {
		code.WriteString(ellipsis)
		mark.WriteString(strings.Repeat(" ", len(ellipsis)))
	}
	for _, c := range cells[first:last] {
		code.WriteString(c.text)
	}
	mark.WriteString(strings.Repeat(" ", columnsIn(cells[first:from])))
	mark.WriteString(strings.Repeat("^", max(1, columnsIn(cells[from:to]))))
	if last < len(cells) {
		code.WriteString(ellipsis)
	}
	return excerpt{code.String(), mark.String()}
}

// window returns the cells [first, last) to show, so that they fit into limit
// columns together with the dots that stand for what is left out. The region
// [from, to) is among them, or as much of it as has room.
func window(cells []cell, from, to, limit int, isCut bool) (first, last int) {
	room := max(limit, 20)
	if isCut {
		room -= len(ellipsis)
	}
	if columnsIn(cells) <= room {
		return 0, len(cells)
	}
	room -= len(ellipsis) // at the end
	if columnsIn(cells[:to]) > room {
		if !isCut {
			room -= len(ellipsis) // at the start
		}
		first = firstShown(cells, from, to, room)
	}
	for last = first; last < len(cells) && cells[last].columns <= room; last++ {
		room -= cells[last].columns
	}
	return first, max(last, from)
}

// firstShown returns the cell to begin with: the region stands in the middle of
// room, or near its start where it is long.
func firstShown(cells []cell, from, to, room int) int {
	before := max(room/6, (room-columnsIn(cells[from:to]))/2)
	first := from
	for first > 0 && before >= cells[first-1].columns {
		first--
		before -= cells[first].columns
	}
	return first
}

// cellsOf takes a line apart. Tabs become blanks up to the next stop, combining
// characters belong to the one before them.
func cellsOf(line string, cut int) []cell {
	cells := make([]cell, 0, len(line))
	unit, column := cut, 0
	for i, c := range line {
		next := cell{unit: unit, columns: 1}
		switch {
		case ' ' <= c && c <= '~':
			next.text = line[i : i+1]
		case c == '\t':
			next.columns = tabWidth - column%tabWidth
			next.text = strings.Repeat(" ", next.columns)
		default:
			next.text = visibleRune(c)
			next.columns = columns(next.text)
		}
		unit += utf16.RuneLen(c)
		column += next.columns
		if next.columns == 0 && len(cells) > 0 {
			cells[len(cells)-1].text += next.text
			continue
		}
		cells = append(cells, next)
	}
	return cells
}

// indexOfUnit returns the index of the cell that holds the unit.
func indexOfUnit(cells []cell, unit int) int {
	for i := range cells {
		if cells[i].unit >= unit {
			return i
		}
	}
	return len(cells)
}

func columnsIn(cells []cell) int {
	n := 0
	for i := range cells {
		n += cells[i].columns
	}
	return n
}

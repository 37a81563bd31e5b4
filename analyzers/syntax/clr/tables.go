package clr

import (
	"fmt"
	"math/bits"
)

// A Token names a row of a metadata table, or a string of the #US heap: the
// table in the highest byte, the row or offset below it (III.1.9).
type Token int

func token(t Table, row int) Token { return Token(int(t)<<24 | row&0xffffff) }

// Table returns the table that the token is of.
func (t Token) Table() Table { return Table(int(t) >> 24) }

// Row returns the row, from 1; 0 is no row.
func (t Token) Row() int { return int(t) & 0xffffff }

// String returns the token as disassemblers write it: "0x06000012".
func (t Token) String() string { return fmt.Sprintf("%#08x", int(t)) }

// maxColumns is the most columns that a table has.
const maxColumns = 9

// A rowTable is the layout of one table in the stream. Cells are read when asked
// for.
type rowTable struct {
	rows, rowSize, start int
	offset, size         [maxColumns]int
}

// tables are all tables of one metadata stream (II.24.2.6).
type tables struct {
	stream view
	list   [tableCount]rowTable
}

const (
	wideStrings = 1 << iota
	wideGUIDs
	wideBlobs
	extraData = 0x40 // four more bytes follow the row counts, in #- streams
)

func readTables(stream view, external []int) (tables, error) {
	t := tables{stream: stream}
	if len(stream) < 24 {
		return t, corrupt(0, "there is no stream of tables")
	}
	heaps, valid := stream.u8(6), stream.u64(8)
	if valid>>tableCount != 0 {
		return t, corrupt(8, "there are unknown tables, mask %#x", valid)
	}
	at := 24
	for i := range t.list {
		if valid>>i&1 != 0 {
			t.list[i].rows = stream.u32(at)
			at += 4
		}
	}
	if heaps&extraData != 0 {
		at += 4
	}
	counts := make([]int, tableCount)
	for i := range t.list {
		counts[i] = t.list[i].rows
		if i < len(external) {
			counts[i] = max(counts[i], external[i])
		}
	}
	for i := range t.list {
		at = t.list[i].place(schema[i], at, heaps, counts)
		if at > len(stream) {
			return t, corrupt(at, "table %#x ends beyond its stream", i)
		}
	}
	return t, nil
}

// place sets the layout of a table that begins at an offset and returns the
// offset after it.
func (t *rowTable) place(columns []column, at, heaps int, counts []int) int {
	t.start, t.rowSize = at, 0
	for i, c := range columns {
		t.offset[i], t.size[i] = t.rowSize, c.width(heaps, counts)
		t.rowSize += t.size[i]
	}
	return at + t.rows*t.rowSize
}

// width returns the size of a cell in bytes (II.24.2.6).
func (c column) width(heaps int, counts []int) int {
	wide := false
	switch {
	case c < u16Column:
		wide = counts[c] >= 1<<16
	case c == u16Column:
	case c == u32Column:
		wide = true
	case c == stringColumn:
		wide = heaps&wideStrings != 0
	case c == guidColumn:
		wide = heaps&wideGUIDs != 0
	case c == blobColumn:
		wide = heaps&wideBlobs != 0
	default:
		coded := codedIndexes[c-codedColumn]
		for _, t := range coded.tables {
			wide = wide || t != noTable && counts[t] >= 1<<(16-coded.bits)
		}
	}
	if wide {
		return 4
	}
	return 2
}

// rows returns the number of rows of a table.
func (t *tables) rows(table Table) int { return t.list[table].rows }

// cell returns a column of a row counted from 1, and 0 for a row that is not
// there.
func (t *tables) cell(table Table, row, column int) int {
	l := &t.list[table]
	if row < 1 || row > l.rows {
		return 0
	}
	at := l.start + (row-1)*l.rowSize + l.offset[column]
	if l.size[column] == 2 {
		return t.stream.u16(at)
	}
	return t.stream.u32(at)
}

// coded returns the token that a coded index of a kind stands for; a tag of no
// table gives the token 0.
func coded(kind, value int) Token {
	k := codedIndexes[kind]
	tag := value & (1<<k.bits - 1)
	if tag >= len(k.tables) || k.tables[tag] == noTable {
		return 0
	}
	return token(k.tables[tag], value>>k.bits)
}

// run returns the rows [from, to) of a list that a row owns: it ends where that
// of the next row begins (II.22.37). What runs beyond the table, or backwards, is
// cut.
func (t *tables) run(owner Table, row, column int, owned Table) (from, to int) {
	from, to = t.cell(owner, row, column), t.rows(owned)+1
	if row < t.rows(owner) {
		to = min(to, t.cell(owner, row+1, column))
	}
	return max(from, 1), to
}

// through follows one of the pointer tables that streams of the uncompressed
// kind (#-) have between an owner's list and the rows.
func (t *tables) through(pointers Table, row int) int {
	if t.rows(pointers) == 0 {
		return row
	}
	return t.cell(pointers, row, 0)
}

// listed returns the table in which an owner's list runs.
func (t *tables) listed(pointers, direct Table) Table {
	if t.rows(pointers) == 0 {
		return direct
	}
	return pointers
}

// externalRows reads the row counts of the type system that a PDB refers to.
func externalRows(pdb view) []int {
	counts := make([]int, 64)
	mask, at := pdb.u64(24), 32
	for mask != 0 {
		i := bits.TrailingZeros64(mask)
		counts[i] = min(pdb.u32(at), 1<<24)
		at += 4
		mask &= mask - 1
	}
	return counts
}

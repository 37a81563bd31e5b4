package clr

import "fmt"

// A Body is the code of a method (II.25.4).
type Body struct {
	Code     []byte // IL
	Offset   int    // of Code in the file
	MaxStack int
	LocalSig Token
	Clauses  []Clause
}

// A Clause is an exception handler (II.25.4.6). Ranges are offsets into the code,
// the ends exclusive.
type Clause struct {
	Kind                ClauseKind
	Try, TryEnd         int
	Handler, HandlerEnd int
	Catch               Token // the type that is caught
	Filter              int   // where the filter begins; its end is Handler
}

// ClauseKind says what a clause does (II.25.4.6).
type ClauseKind int

// The kinds of clauses.
const (
	CatchClause   ClauseKind = 0
	FilterClause  ClauseKind = 1
	FinallyClause ClauseKind = 2
	FaultClause   ClauseKind = 4
)

// Covers reports whether the guarded part holds the offset.
func (c Clause) Covers(offset int) bool { return offset >= c.Try && offset < c.TryEnd }

// Handles reports whether the handler holds the offset.
func (c Clause) Handles(offset int) bool { return offset >= c.Handler && offset < c.HandlerEnd }

// Body returns the method's code, and nil without an error for a method that has
// none: abstract, native, provided by the runtime.
func (m *Method) Body() (*Body, error) {
	if m.address == 0 || m.ImplFlags&(ImplCodeType|implUnmanaged|ImplInternalCall) != 0 || m.Flags&MethodAbstract != 0 {
		return nil, nil //nolint:nilnil // no code is no fault
	}
	if m.refused {
		return nil, fmt.Errorf("%w: the code of method %s", ErrLimit, m.Token)
	}
	at := m.image.pe.offset(m.address)
	if at < 0 || at >= len(m.image.data) {
		return nil, corrupt(max(at, 0), "the code of method %s is outside the file", m.Token)
	}
	return m.image.readBody(at)
}

const (
	bodyFormat   = 0x3
	tinyFormat   = 0x2
	fatFormat    = 0x3
	moreSections = 0x8
	tinyStack    = 8
	fatHeader    = 12
)

func (im *Image) readBody(at int) (*Body, error) {
	v := im.data
	head := v.u8(at)
	switch head & bodyFormat {
	case tinyFormat:
		b := &Body{Code: v.part(at+1, head>>2), Offset: at + 1, MaxStack: tinyStack}
		if b.Code == nil {
			return nil, corrupt(at, "a method's code is cut off")
		}
		return b, nil
	case fatFormat:
		return im.readFatBody(at)
	}
	return nil, corrupt(at, "a method begins with no known header")
}

func (im *Image) readFatBody(at int) (*Body, error) {
	v := im.data
	flags := v.u16(at)
	header, size := flags>>12*4, v.u32(at+4)
	b := &Body{Code: v.part(at+header, size), Offset: at + header, MaxStack: v.u16(at + 2), LocalSig: Token(v.u32(at + 8))}
	if header < fatHeader || !v.has(at, fatHeader) || b.Code == nil {
		return nil, corrupt(at, "a method's code is cut off")
	}
	if flags&moreSections != 0 {
		if err := b.readSections(v, (at+header+size+3)&^3); err != nil {
			return b, err
		}
	}
	return b, nil
}

const (
	handlerSection = 0x01
	sectionKind    = 0x3f
	fatSection     = 0x40
	moreFollow     = 0x80
	fatClause      = 24
	smallClause    = 12
)

// readSections reads the sections behind the code (II.25.4.5), of which the only
// kind holds exception handlers.
func (b *Body) readSections(v view, at int) error {
	for {
		kind := v.u8(at)
		if !v.has(at, 4) || kind&sectionKind != handlerSection {
			return corrupt(at, "the exception handlers of a method are cut off")
		}
		size, clause := v.u8(at+1), smallClause
		if kind&fatSection != 0 {
			size, clause = v.u32(at)>>8, fatClause
		}
		for p := at + 4; p+clause <= at+size && v.has(p, clause); p += clause {
			b.Clauses = append(b.Clauses, readClause(v, p, clause == fatClause))
		}
		if kind&moreFollow == 0 {
			return nil
		}
		if size < 4 {
			return corrupt(at, "the exception handlers of a method have no size")
		}
		at = (at + size + 3) &^ 3
	}
}

func readClause(v view, p int, fat bool) Clause {
	var c Clause
	var last int
	if fat {
		c = Clause{
			Kind: ClauseKind(v.u32(p) & 0xffff), Try: v.u32(p + 4), TryEnd: v.u32(p + 8),
			Handler: v.u32(p + 12), HandlerEnd: v.u32(p + 16),
		}
		last = v.u32(p + 20)
	} else {
		c = Clause{
			Kind: ClauseKind(v.u16(p)), Try: v.u16(p + 2), TryEnd: v.u8(p + 4),
			Handler: v.u16(p + 5), HandlerEnd: v.u8(p + 7),
		}
		last = v.u32(p + 8)
	}
	c.TryEnd += c.Try
	c.HandlerEnd += c.Handler
	switch c.Kind {
	case CatchClause:
		c.Catch = Token(last)
	case FilterClause:
		c.Filter = last
	case FinallyClause, FaultClause:
	}
	return c
}

// refuseBodies adds up the code of all methods and refuses what is beyond four
// times the file: honest bodies do not overlap, or only a few do.
func (im *Image) refuseBodies() {
	left := 4*len(im.data) + 1<<16
	for _, m := range im.methods {
		if m == nil || m.address == 0 {
			continue
		}
		left -= im.bodySize(im.pe.offset(m.address))
		m.refused = left < 0
	}
}

// bodySize returns how much of the file reading a body may touch.
func (im *Image) bodySize(at int) int {
	v := im.data
	if at < 0 || v.u8(at)&bodyFormat != fatFormat {
		return 64
	}
	flags, size := v.u16(at), min(v.u32(at+4), len(v))
	total := size
	next := (at + flags>>12*4 + size + 3) &^ 3
	for flags&moreSections != 0 && v.has(next, 4) && total < len(v) {
		kind, n := v.u8(next), v.u8(next+1)
		if kind&fatSection != 0 {
			n = v.u32(next) >> 8
		}
		total += max(n, 4)
		if kind&moreFollow == 0 || n < 4 {
			break
		}
		next = (next + n + 3) &^ 3
	}
	return total
}

package artifact

import (
	"fmt"
	"sync/atomic"
)

// Limits bound what opening one source may cost. A field that is not positive has
// its default. Whatever goes beyond a limit is a fault of kind unit.Limit; the rest
// of the source goes on.
type Limits struct {
	Inflated   int64 // bytes inflated in one source; a member counts once however often it is read
	Member     int64 // bytes of one member
	Entries    int   // files and folders of one source, in all its zips together
	Depth      int   // zips in zips; the outermost is the first
	Ratio      int   // inflated to compressed size of one member, to one
	RatioFloor int64 // Ratio counts only for members that inflate to more
}

// DefaultLimits returns limits with room for everything seen in real packages:
// ratios of 554:1 in small members, 32 MB of XML in one, and customizations.xml
// of well over 100 MB at the ratios of real XML.
func DefaultLimits() Limits {
	return Limits{
		Inflated:   2 << 30,
		Member:     512 << 20,
		Entries:    200_000,
		Depth:      8,
		Ratio:      200,
		RatioFloor: 128 << 20,
	}
}

func (l Limits) orDefault() Limits {
	d := DefaultLimits()
	return Limits{
		Inflated:   positive(l.Inflated, d.Inflated),
		Member:     positive(l.Member, d.Member),
		Entries:    positive(l.Entries, d.Entries),
		Depth:      positive(l.Depth, d.Depth),
		Ratio:      positive(l.Ratio, d.Ratio),
		RatioFloor: positive(l.RatioFloor, d.RatioFloor),
	}
}

func positive[N int | int64](n, otherwise N) N {
	if n > 0 {
		return n
	}
	return otherwise
}

// A budget is what is left of the limits of one source.
type budget struct {
	Limits
	inflated atomic.Int64 // bytes spent
	entries  atomic.Int64 // entries spent
	peeked   atomic.Int64 // bytes inflated to tell what members are
}

func newBudget(l Limits) *budget { return &budget{Limits: l.orDefault()} }

// spend takes n from what is left of limit and reports whether there was enough.
// It takes nothing where there was not, so that smaller things still find room.
func spend(used *atomic.Int64, limit, n int64) bool {
	for {
		old := used.Load()
		if n > limit-old {
			return false
		}
		if used.CompareAndSwap(old, old+n) {
			return true
		}
	}
}

func (b *budget) inflate(n int64) bool { return spend(&b.inflated, b.Inflated, n) }

// peek is for the beginnings of members, which are not kept. They are counted by
// themselves, so that telling what is there takes nothing from reading it.
func (b *budget) peek(n int64) bool { return spend(&b.peeked, b.Inflated, n) }

func (b *budget) enter(n int) bool { return spend(&b.entries, int64(b.Entries), int64(n)) }

func (b *budget) entriesLeft() int { return b.Entries - int(b.entries.Load()) }

// count returns n with the noun in its number.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// size returns n bytes in words, as exact as a reader needs.
func size(n int64) string {
	switch {
	case n < 10_000:
		return count(int(n), "byte")
	case n < 10_000_000:
		return fmt.Sprintf("%d KB", n/1000)
	case n < 10_000_000_000:
		return fmt.Sprintf("%d MB", n/1_000_000)
	}
	return fmt.Sprintf("%d GB", n/1_000_000_000)
}

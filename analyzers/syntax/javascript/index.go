package javascript

import "iter"

// indexed are the kinds that rules look for by themselves, so that a rule need
// not pass over the millions of nodes of a bundle.
var indexed = [kinds + 1]bool{
	Call: true, New: true, ImportCall: true, Member: true, Assign: true, Update: true, Unary: true, Binary: true,
	String: true, Template: true, TemplateText: true, RegExp: true, Object: true, Function: true, Class: true,
	With: true, Debugger: true, Try: true, Catch: true, ForIn: true, ForOf: true, For: true, While: true,
	DoWhile: true, Import: true, Export: true, ExportNamed: true, ExportAll: true, TaggedTemplate: true,
	Throw: true, Await: true, Declarator: true, Bad: true, This: true,
}

// A kindIndex lists the nodes of each indexed kind.
type kindIndex struct {
	nodes []int32
	first [kinds + 1]int32 // where the list of a kind begins; the next one's ends it
}

func indexKinds(records []record) kindIndex {
	var x kindIndex
	var count [kinds + 1]int32
	for i := range records {
		count[records[i].kind]++
	}
	total := int32(0)
	for k := range kinds {
		x.first[k] = total
		if indexed[k] {
			total += count[k]
		}
	}
	x.first[kinds] = total
	x.nodes = make([]int32, total)
	next := x.first
	for i := range records {
		if k := records[i].kind; indexed[k] {
			x.nodes[next[k]] = int32(i)
			next[k]++
		}
	}
	return x
}

// Of returns the nodes of a kind in the order of the text.
func (f *File) Of(kind Kind) iter.Seq[Node] {
	if !indexed[kind] {
		return f.filter(kind)
	}
	return func(yield func(Node) bool) {
		for _, i := range f.kinds.nodes[f.kinds.first[kind]:f.kinds.first[kind+1]] {
			if !yield(Node{f, i}) {
				return
			}
		}
	}
}

func (f *File) filter(kind Kind) iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for n := range f.Nodes() {
			if n.Kind() == kind && !yield(n) {
				return
			}
		}
	}
}

// A nameIndex lists the Member records of each name.
type nameIndex struct {
	nodes []int32
	first []int32 // where the list of a name begins; the next one's ends it
}

func indexMembers(records []record, names int) nameIndex {
	x := nameIndex{first: make([]int32, names+2)}
	for i := range records {
		if r := &records[i]; r.kind == Member && r.data >= 0 {
			x.first[r.data+2]++
		}
	}
	for k := 2; k < len(x.first); k++ {
		x.first[k] += x.first[k-1]
	}
	x.nodes = make([]int32, x.first[names+1])
	for i := range records {
		if r := &records[i]; r.kind == Member && r.data >= 0 {
			x.nodes[x.first[r.data+1]] = int32(i)
			x.first[r.data+1]++
		}
	}
	return x
}

// Named returns the Members of that name, whatever their object, in the order of
// the text.
func (f *File) Named(name string) iter.Seq[Node] {
	return func(yield func(Node) bool) {
		id, ok := f.index[name]
		if !ok {
			return
		}
		for _, i := range f.members.nodes[f.members.first[id]:f.members.first[id+1]] {
			if !yield(Node{f, i}) {
				return
			}
		}
	}
}

package xmltree

// A walker reads tokens and checks how they stand to one another: every element
// is ended, in the right order, and there is one root.
type walker struct {
	lexer
	open   []string // names of the open elements
	rooted bool     // the root has begun
}

// step reads one token. The name of an element that has begun is on the stack
// open afterwards, unless its tag was empty.
func (w *walker) step() (kind, error) {
	k, err := w.next()
	if err != nil {
		return k, err
	}
	switch k {
	case startTag:
		return k, w.begin()
	case endTag:
		return k, w.end()
	case charData:
		if len(w.open) == 0 && (w.literal || !isBlank(w.s[w.data.Start:w.data.End])) {
			return k, fail(w.start, "text stands outside of the root element")
		}
	case endOfText:
		return k, w.finished()
	case other:
	}
	return k, nil
}

func (w *walker) begin() error {
	switch {
	case len(w.open) == 0 && w.rooted:
		return fail(w.start, "a second root element stands here")
	case len(w.open) >= MaxDepth:
		return &Error{w.start, "the elements are nested too deeply", true}
	}
	w.rooted = true
	if !w.empty {
		w.open = append(w.open, w.name.s)
		w.inner = w.name.s
	}
	return nil
}

func (w *walker) end() error {
	last := len(w.open) - 1
	if last < 0 {
		return fail(w.start, "</"+w.name.s+"> ends an element that has not begun")
	}
	if w.open[last] != w.name.s {
		return fail(w.start, "</"+w.name.s+"> stands where </"+w.open[last]+"> was expected")
	}
	w.open = w.open[:last]
	w.inner = ""
	if last > 0 {
		w.inner = w.open[last-1]
	}
	return nil
}

func (w *walker) finished() error {
	switch {
	case len(w.open) > 0:
		return fail(len(w.s), "the text ends before </"+w.open[len(w.open)-1]+">")
	case !w.rooted:
		return fail(len(w.s), "the text holds no element")
	}
	return nil
}

func isBlank(s string) bool {
	for i := range len(s) {
		if class[s[i]]&blankByte == 0 {
			return false
		}
	}
	return true
}

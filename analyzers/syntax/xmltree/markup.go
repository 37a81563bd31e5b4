package xmltree

import "strings"

// instruction reads a processing instruction or the XML declaration, after "<?".
func (l *lexer) instruction() error {
	target, _, err := l.word()
	if err != nil {
		return err
	}
	from := l.pos
	if !l.past("?>") {
		return fail(l.start, "the text ends within a processing instruction")
	}
	if target != "xml" {
		return nil
	}
	if l.start != 0 {
		return fail(l.start, "an XML declaration stands after the beginning of the text")
	}
	// The encoding is of no interest: the text is decoded, and real files declare
	// wrong ones.
	if v := pseudoAttribute(l.s[from:l.pos], "version"); v != "" && v != "1.0" {
		return fail(l.start, "the XML declaration has the version "+v+" and 1.0 is all there is")
	}
	return nil
}

// pseudoAttribute returns the value of key="value" in a declaration.
func pseudoAttribute(declaration, key string) string {
	_, rest, _ := strings.Cut(declaration, key)
	rest = strings.TrimLeft(rest, " \t\r\n=")
	if rest == "" || rest[0] != '"' && rest[0] != '\'' {
		return ""
	}
	value, _, _ := strings.Cut(rest[1:], rest[:1])
	return value
}

// past moves behind the next occurrence of mark and reports whether there is one.
func (l *lexer) past(mark string) bool {
	n := strings.Index(l.s[l.pos:], mark)
	if n < 0 {
		return false
	}
	l.pos += n + len(mark)
	return true
}

// markup reads what begins with "<!", pos standing at the exclamation mark.
func (l *lexer) markup() (kind, error) {
	rest := l.s[l.pos+1:]
	switch {
	case strings.HasPrefix(rest, "--"):
		l.pos += len("!--")
		return other, l.comment()
	case strings.HasPrefix(rest, "[CDATA["):
		l.pos += len("![CDATA[")
		return charData, l.section()
	case strings.HasPrefix(rest, "-"), strings.HasPrefix(rest, "["):
		return other, fail(l.start, "neither a comment nor a CDATA section begins so")
	}
	l.pos = min(l.pos+len("!D"), len(l.s)) // encoding/xml does not look at the first byte either
	return other, l.directive()
}

func (l *lexer) comment() error {
	if !l.past("--") {
		return fail(l.start, "the text ends within a comment")
	}
	if l.peek() != '>' {
		return fail(l.pos-2, `"--" stands within a comment`)
	}
	l.pos++
	return nil
}

// section reads a CDATA section after its opening.
func (l *lexer) section() error {
	l.literal = true
	l.data = run{Span{l.pos, l.pos}, true}
	if !l.past("]]>") {
		return fail(l.start, "the text ends within a CDATA section")
	}
	l.data.End = l.pos - len("]]>")
	s := l.s[:l.data.End]
	for i := l.data.Start; i < len(s); i++ {
		c := s[i]
		if c == '\r' {
			l.data.plain = false
		}
		if class[c]&sectionStop == 0 {
			continue
		}
		if message := refusal(s[i:], sectionStop); message != "" {
			return fail(i, message)
		}
	}
	return nil
}

// directive passes over a document type declaration after "<!". Angle brackets
// nest in it, but for those in quotes and comments.
func (l *lexer) directive() error {
	quote, depth := byte(0), 0
	for ; l.pos < len(l.s); l.pos++ {
		switch c := l.s[l.pos]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"', c == '\'':
			quote = c
		case c == '>' && depth == 0:
			l.pos++
			return nil
		case c == '>':
			depth--
		case strings.HasPrefix(l.s[l.pos:], "<!--"):
			l.pos += len("<!--")
			if !l.past("-->") {
				return fail(l.start, "the text ends within a comment")
			}
			l.pos--
		case c == '<':
			depth++
		}
	}
	return fail(l.start, "the text ends within a declaration")
}

package connector

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/text"
)

// A Script is the custom code of a connector: C# that is compiled on the server.
type Script struct {
	File   *source.File
	Size   int // bytes of text
	Usings []model.Text
	// Class is the name of the class Script at its declaration, unset where there
	// is none. Base is true if it derives from ScriptBase.
	Class   model.Text
	Base    bool
	Execute model.Text // the method ExecuteAsync
	Clients []model.Text
	// Operations are the string literals that are compared with the operation's id
	// or are cases of a switch.
	Operations []model.Text
	Unclosed   model.Range // a bracket without partner
}

// maxScript bounds what is read of a script: the platform takes 1 MB.
const maxScript = 4 << 20

// readScript reads a script. It is nil for a member that is no text.
func readScript(f *source.File) *Script {
	if f.Encoding == text.Binary {
		return nil
	}
	s := &Script{File: f, Size: len(f.Text)}
	if s.Size > maxScript {
		return s
	}
	words := tokensOf(string(f.Text))
	for i := range words {
		s.word(words, i)
	}
	s.balance(words)
	return s
}

// word looks at one token and those after it.
func (s *Script) word(words []lexeme, i int) {
	w := words[i]
	switch {
	case w.text == "using" && isDirective(words, i):
		s.using(words, i)
	case w.text == "Script" && isWord(words, i-1, "class"):
		s.Class = s.leaf(w)
		s.Base = isWord(words, i+1, ":") && isWord(words, i+2, "ScriptBase")
	case w.text == "ExecuteAsync" && isWord(words, i+1, "("):
		if !s.Execute.IsSet() && !isWord(words, i-1, ".") {
			s.Execute = s.leaf(w)
		}
	case w.text == "HttpClient" && isWord(words, i-1, "new"):
		s.Clients = append(s.Clients, s.leaf(w))
	case w.literal && namesOperation(words, i):
		s.Operations = append(s.Operations, s.leaf(w))
	}
}

// isDirective tells a using directive from a using statement.
func isDirective(words []lexeme, i int) bool {
	return (i == 0 || words[i-1].text == ";" || words[i-1].text == "{") && i+1 < len(words) && words[i+1].text != "(" && words[i+1].text != "var" && words[i+1].text != "static"
}

func (s *Script) using(words []lexeme, i int) {
	start := i + 1
	if isWord(words, i+2, "=") {
		start = i + 3
	}
	var b strings.Builder
	end := start
	for end < len(words) && words[end].text != ";" && end < start+64 {
		if words[end].text != "." && end > start && words[end-1].text != "." {
			return // a declaration: using HttpClient client = …
		}
		b.WriteString(words[end].text)
		end++
	}
	if end == start || end == len(words) {
		return
	}
	s.Usings = append(s.Usings, model.Text{Value: b.String(), Range: model.Range{From: s.File.Pos(words[start].start), To: s.File.Pos(words[end-1].end)}})
}

// namesOperation reports whether a literal stands where code asks which
// operation it is called for.
func namesOperation(words []lexeme, i int) bool {
	equal := isWord(words, i-1, "==") && isWord(words, i-2, "OperationId") && isWord(words, i-3, ".")
	turned := isWord(words, i+1, "==") && isWord(words, i+2, "this") && isWord(words, i+6, "OperationId")
	return equal || turned || isWord(words, i-1, "(") && isWord(words, i-2, "Equals") && isWord(words, i-4, "OperationId")
}

func (s *Script) leaf(w lexeme) model.Text {
	return model.Text{Value: w.text, Range: model.Range{From: s.File.Pos(w.start), To: s.File.Pos(w.end)}}
}

// balance finds the first bracket without partner.
func (s *Script) balance(words []lexeme) {
	var open []lexeme
	partner := map[string]string{"}": "{", ")": "(", "]": "["}
	for _, w := range words {
		if w.literal {
			continue
		}
		switch w.text {
		case "{", "(", "[":
			open = append(open, w)
		case "}", ")", "]":
			if len(open) == 0 || open[len(open)-1].text != partner[w.text] {
				s.Unclosed = s.leaf(w).Range
				return
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		s.Unclosed = s.leaf(open[len(open)-1]).Range
	}
}

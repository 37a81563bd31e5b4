package xaml

import (
	"go/token"
	"strings"
)

// The words of the platform's activity for expressions, as the designer of
// workflows writes them.
const (
	expressionType = "Microsoft.Crm.Workflow.Activities.EvaluateExpression"
	makeValue      = "CreateCrmType"
	propertyType   = "WorkflowPropertyType."
)

// literal returns the constant that an activity makes a value from:
//
//	[New Object() { Microsoft.Xrm.Sdk.Workflow.WorkflowPropertyType.Guid, "…", "Key" }]
func (a *Activity) literal() (Literal, bool) {
	if a.Type.Type != expressionType || a.Argument("ExpressionOperator").Value != makeValue {
		return Literal{}, false
	}
	parameters := a.Argument("Parameters")
	_, rest, ok := strings.Cut(parameters.Value, propertyType)
	if !ok {
		return Literal{}, false
	}
	end := strings.IndexAny(rest, ",} ")
	if end < 0 {
		return Literal{}, false
	}
	l := Literal{Kind: rest[:end], Result: variable(a.Argument("Result").Value)}
	offset := len(parameters.Value) - len(rest) + end
	inPlace := int(parameters.To-parameters.From) == len(parameters.Value)
	for _, t := range split(parameters.Value[offset:]) {
		if !t.quoted {
			l.Variables = append(l.Variables, t.text)
			continue
		}
		l.Words = append(l.Words, t.text)
		if len(l.Words) > 1 {
			continue
		}
		l.Value, l.Range = t.text, parameters.Range
		if inPlace {
			l.From = parameters.From + token.Pos(offset+t.offset)
			l.To = l.From + token.Pos(len(t.text))
		}
	}
	return l, true
}

// variable returns the name in "[name]".
func variable(s string) string { return strings.TrimSuffix(strings.TrimPrefix(s, "["), "]") }

// A part is what stands between two commas of an expression.
type part struct {
	text   string // without the quotes
	offset int
	quoted bool
}

// split takes the arguments of an expression apart, up to its closing brace. A
// quote inside of a text is doubled, as in Visual Basic, and stays doubled.
func split(s string) []part {
	var parts []part
	for i := 0; i < len(s); {
		switch s[i] {
		case '}':
			return parts
		case '"':
			end := closing(s, i+1)
			parts = append(parts, part{s[i+1 : end], i + 1, true})
			i = end + 1
		case ',', ' ':
			i++
		default:
			end := i + strings.IndexAny(s[i:]+"}", ", }\"")
			parts = append(parts, part{s[i:end], i, false})
			i = end
		}
	}
	return parts
}

// closing returns the offset of the quote that ends a text, the length of s
// where there is none.
func closing(s string, from int) int {
	for i := from; i < len(s); i++ {
		if s[i] != '"' {
			continue
		}
		if i+1 < len(s) && s[i+1] == '"' {
			i++
			continue
		}
		return i
	}
	return len(s)
}

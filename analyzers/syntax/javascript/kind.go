package javascript

// A Kind tells what a [Node] is. The comment of each names its children in
// order; those in brackets may be absent.
type Kind uint8

// The kinds of nodes.
const (
	None    Kind = iota // the zero Node
	Program             // statements

	// Statements.
	Block               // statements
	Empty               // no children
	ExpressionStatement // an expression; see [Node.Directive]
	If                  // test, statement, [else statement]
	For                 // initializer or Hole, test or Hole, update or Hole, statement
	ForIn               // target, object, statement
	ForOf               // target, iterable, statement; see [Node.IsAsync]
	While               // test, statement
	DoWhile             // statement, test
	Return              // [value]
	Break               // no children; see [Node.Name]
	Continue            // no children; see [Node.Name]
	Throw               // value
	Try                 // Block, [Catch], [Block]
	Catch               // [target], Block
	Switch              // discriminant, Cases
	Case                // test or Hole for default, statements
	Labeled             // statement; see [Node.Name]
	With                // object, statement
	Debugger            // no children
	Variables           // Declarators; see [Node.Operator]: var, let, const, using
	Declarator          // target, [initializer]
	Import              // ImportNames, String, [Attributes]
	ImportName          // [imported Name or String], Identifier
	ExportNamed         // ExportNames, [String, [Attributes]]
	ExportName          // local Identifier, Name or String, [exported Name or String]
	ExportAll           // [Name or String], String, [Attributes]
	Export              // a declaration, or the expression of a default export
	Attributes          // Properties

	// Functions and classes.
	Function    // [Identifier], Parameters, body: a Block or an expression
	Parameters  // targets
	Class       // [Identifier], [superclass], ClassBody
	ClassBody   // Methods, Fields and StaticBlocks
	Method      // key, Function
	Field       // key, [initializer]
	StaticBlock // statements

	// Expressions.
	Identifier     // no children: a name that stands for a variable
	This           // no children
	Super          // no children
	Null           // no children
	Boolean        // no children
	Number         // no children
	BigInt         // no children
	String         // no children
	RegExp         // no children
	Template       // TemplateTexts and expressions in turn
	TemplateText   // no children
	TaggedTemplate // tag, Template
	Array          // elements, Spreads and Holes
	Object         // Properties and Spreads
	Property       // key, value; a shorthand has the one child that is both
	Spread         // expression
	Member         // object, [property expression]; see [Node.Name]
	Call           // callee, arguments
	New            // callee, arguments
	ImportCall     // module, [options]
	MetaProperty   // no children: new.target, import.meta
	Unary          // operand; see [Node.Operator]
	Update         // operand; see [Node.Operator]
	Binary         // left, right; see [Node.Operator]
	Logical        // left, right; &&, || and ??
	Assign         // target, value; see [Node.Operator]
	Conditional    // test, then, else
	Sequence       // expressions
	Await          // expression
	Yield          // [expression]

	// Targets of declarations and assignments.
	ObjectPattern  // Properties and Rests
	ArrayPattern   // targets, Rests and Holes
	DefaultPattern // target, default value
	Rest           // target

	// Leaves.
	Name        // a property's name that is no variable
	PrivateName // #name
	Hole        // nothing where something might stand: [,1], for (;;)
	Bad         // text that could not be read, with what was recognised in it

	kinds

	dropped = kinds // a node that the parser takes back
)

var kindNames = [kinds]string{
	"None", "Program", "Block", "Empty", "ExpressionStatement", "If", "For", "ForIn", "ForOf", "While", "DoWhile",
	"Return", "Break", "Continue", "Throw", "Try", "Catch", "Switch", "Case", "Labeled", "With", "Debugger",
	"Variables", "Declarator", "Import", "ImportName", "ExportNamed", "ExportName", "ExportAll", "Export", "Attributes",
	"Function", "Parameters", "Class", "ClassBody", "Method", "Field", "StaticBlock",
	"Identifier", "This", "Super", "Null", "Boolean", "Number", "BigInt", "String", "RegExp", "Template",
	"TemplateText", "TaggedTemplate", "Array", "Object", "Property", "Spread", "Member", "Call", "New", "ImportCall",
	"MetaProperty", "Unary", "Update", "Binary", "Logical", "Assign", "Conditional", "Sequence", "Await", "Yield",
	"ObjectPattern", "ArrayPattern", "DefaultPattern", "Rest", "Name", "PrivateName", "Hole", "Bad",
}

// String returns the name of the kind.
func (k Kind) String() string {
	if k < kinds {
		return kindNames[k]
	}
	return "dropped"
}

// A FunctionKind tells how a function is written.
type FunctionKind uint8

// The ways to write a function.
const (
	NoFunction  FunctionKind = iota
	Declaration              // function f() {}
	Expression               // x = function () {}
	Arrow                    // () => x
	MethodBody               // m() {} of an object or class
	Constructor              // constructor() {} of a class
	Getter                   // get p() {}
	Setter                   // set p(v) {}
)

package clr

// Table is the number of a metadata table (II.22).
type Table int

// The tables that callers may meet in tokens.
const (
	ModuleTable                 Table = 0x00
	TypeRefTable                Table = 0x01
	TypeDefTable                Table = 0x02
	fieldPtrTable               Table = 0x03
	FieldTable                  Table = 0x04
	methodPtrTable              Table = 0x05
	MethodDefTable              Table = 0x06
	paramPtrTable               Table = 0x07
	ParamTable                  Table = 0x08
	InterfaceImplTable          Table = 0x09
	MemberRefTable              Table = 0x0a
	ConstantTable               Table = 0x0b
	CustomAttributeTable        Table = 0x0c
	FieldMarshalTable           Table = 0x0d
	DeclSecurityTable           Table = 0x0e
	ClassLayoutTable            Table = 0x0f
	FieldLayoutTable            Table = 0x10
	StandAloneSigTable          Table = 0x11
	EventMapTable               Table = 0x12
	eventPtrTable               Table = 0x13
	EventTable                  Table = 0x14
	PropertyMapTable            Table = 0x15
	propertyPtrTable            Table = 0x16
	PropertyTable               Table = 0x17
	MethodSemanticsTable        Table = 0x18
	MethodImplTable             Table = 0x19
	ModuleRefTable              Table = 0x1a
	TypeSpecTable               Table = 0x1b
	ImplMapTable                Table = 0x1c
	FieldRVATable               Table = 0x1d
	encLogTable                 Table = 0x1e
	encMapTable                 Table = 0x1f
	AssemblyTable               Table = 0x20
	assemblyProcessorTable      Table = 0x21
	assemblyOSTable             Table = 0x22
	AssemblyRefTable            Table = 0x23
	assemblyRefProcessorTable   Table = 0x24
	assemblyRefOSTable          Table = 0x25
	FileTable                   Table = 0x26
	ExportedTypeTable           Table = 0x27
	ManifestResourceTable       Table = 0x28
	NestedClassTable            Table = 0x29
	GenericParamTable           Table = 0x2a
	MethodSpecTable             Table = 0x2b
	GenericParamConstraintTable Table = 0x2c
	documentTable               Table = 0x30 // from here on: portable PDB
	methodDebugTable            Table = 0x31
	localScopeTable             Table = 0x32
	localVariableTable          Table = 0x33
	localConstantTable          Table = 0x34
	importScopeTable            Table = 0x35
	stateMachineTable           Table = 0x36
	customDebugTable            Table = 0x37
	tableCount                        = 0x38

	// UserStringTable marks tokens of the #US heap, as operands of ldstr.
	UserStringTable Table = 0x70

	noTable Table = -1
)

// A column is what one cell of a table holds: the number of the table that it
// indexes, or one of the kinds below.
type column int

const (
	u16Column column = 0x40 + iota
	u32Column
	stringColumn
	guidColumn
	blobColumn
	codedColumn // plus the kind of coded index
)

// The coded indexes of II.24.2.6.
const (
	typeDefOrRef = iota
	hasConstant
	hasCustomAttribute
	hasFieldMarshal
	hasDeclSecurity
	memberRefParent
	hasSemantics
	methodDefOrRef
	memberForwarded
	implementation
	customAttributeType
	resolutionScope
	typeOrMethodDef
	hasCustomDebug
)

// codedIndex says how many low bits are the tag and which table each tag means.
type codedIndex struct {
	bits   int
	tables []Table
}

var codedIndexes = [...]codedIndex{
	typeDefOrRef: {2, []Table{TypeDefTable, TypeRefTable, TypeSpecTable}},
	hasConstant:  {2, []Table{FieldTable, ParamTable, PropertyTable}},
	hasCustomAttribute: {5, []Table{
		MethodDefTable, FieldTable, TypeRefTable, TypeDefTable, ParamTable, InterfaceImplTable, MemberRefTable,
		ModuleTable, DeclSecurityTable, PropertyTable, EventTable, StandAloneSigTable, ModuleRefTable, TypeSpecTable,
		AssemblyTable, AssemblyRefTable, FileTable, ExportedTypeTable, ManifestResourceTable, GenericParamTable,
		GenericParamConstraintTable, MethodSpecTable,
	}},
	hasFieldMarshal:     {1, []Table{FieldTable, ParamTable}},
	hasDeclSecurity:     {2, []Table{TypeDefTable, MethodDefTable, AssemblyTable}},
	memberRefParent:     {3, []Table{TypeDefTable, TypeRefTable, ModuleRefTable, MethodDefTable, TypeSpecTable}},
	hasSemantics:        {1, []Table{EventTable, PropertyTable}},
	methodDefOrRef:      {1, []Table{MethodDefTable, MemberRefTable}},
	memberForwarded:     {1, []Table{FieldTable, MethodDefTable}},
	implementation:      {2, []Table{FileTable, AssemblyRefTable, ExportedTypeTable}},
	customAttributeType: {3, []Table{noTable, noTable, MethodDefTable, MemberRefTable, noTable}},
	resolutionScope:     {2, []Table{ModuleTable, ModuleRefTable, AssemblyRefTable, TypeRefTable}},
	typeOrMethodDef:     {1, []Table{TypeDefTable, MethodDefTable}},
	hasCustomDebug: {5, []Table{
		MethodDefTable, FieldTable, TypeRefTable, TypeDefTable, ParamTable, InterfaceImplTable, MemberRefTable,
		ModuleTable, DeclSecurityTable, PropertyTable, EventTable, StandAloneSigTable, ModuleRefTable, TypeSpecTable,
		AssemblyTable, AssemblyRefTable, FileTable, ExportedTypeTable, ManifestResourceTable, GenericParamTable,
		GenericParamConstraintTable, MethodSpecTable, documentTable, localScopeTable, localVariableTable,
		localConstantTable, importScopeTable,
	}},
}

// schema holds the columns of each table (II.22), by number.
var schema = [tableCount][]column{
	ModuleTable:                 {u16Column, stringColumn, guidColumn, guidColumn, guidColumn},
	TypeRefTable:                {codedColumn + resolutionScope, stringColumn, stringColumn},
	TypeDefTable:                {u32Column, stringColumn, stringColumn, codedColumn + typeDefOrRef, column(FieldTable), column(MethodDefTable)},
	fieldPtrTable:               {column(FieldTable)},
	FieldTable:                  {u16Column, stringColumn, blobColumn},
	methodPtrTable:              {column(MethodDefTable)},
	MethodDefTable:              {u32Column, u16Column, u16Column, stringColumn, blobColumn, column(ParamTable)},
	paramPtrTable:               {column(ParamTable)},
	ParamTable:                  {u16Column, u16Column, stringColumn},
	InterfaceImplTable:          {column(TypeDefTable), codedColumn + typeDefOrRef},
	MemberRefTable:              {codedColumn + memberRefParent, stringColumn, blobColumn},
	ConstantTable:               {u16Column, codedColumn + hasConstant, blobColumn},
	CustomAttributeTable:        {codedColumn + hasCustomAttribute, codedColumn + customAttributeType, blobColumn},
	FieldMarshalTable:           {codedColumn + hasFieldMarshal, blobColumn},
	DeclSecurityTable:           {u16Column, codedColumn + hasDeclSecurity, blobColumn},
	ClassLayoutTable:            {u16Column, u32Column, column(TypeDefTable)},
	FieldLayoutTable:            {u32Column, column(FieldTable)},
	StandAloneSigTable:          {blobColumn},
	EventMapTable:               {column(TypeDefTable), column(EventTable)},
	eventPtrTable:               {column(EventTable)},
	EventTable:                  {u16Column, stringColumn, codedColumn + typeDefOrRef},
	PropertyMapTable:            {column(TypeDefTable), column(PropertyTable)},
	propertyPtrTable:            {column(PropertyTable)},
	PropertyTable:               {u16Column, stringColumn, blobColumn},
	MethodSemanticsTable:        {u16Column, column(MethodDefTable), codedColumn + hasSemantics},
	MethodImplTable:             {column(TypeDefTable), codedColumn + methodDefOrRef, codedColumn + methodDefOrRef},
	ModuleRefTable:              {stringColumn},
	TypeSpecTable:               {blobColumn},
	ImplMapTable:                {u16Column, codedColumn + memberForwarded, stringColumn, column(ModuleRefTable)},
	FieldRVATable:               {u32Column, column(FieldTable)},
	encLogTable:                 {u32Column, u32Column},
	encMapTable:                 {u32Column},
	AssemblyTable:               {u32Column, u16Column, u16Column, u16Column, u16Column, u32Column, blobColumn, stringColumn, stringColumn},
	assemblyProcessorTable:      {u32Column},
	assemblyOSTable:             {u32Column, u32Column, u32Column},
	AssemblyRefTable:            {u16Column, u16Column, u16Column, u16Column, u32Column, blobColumn, stringColumn, stringColumn, blobColumn},
	assemblyRefProcessorTable:   {u32Column, column(AssemblyRefTable)},
	assemblyRefOSTable:          {u32Column, u32Column, u32Column, column(AssemblyRefTable)},
	FileTable:                   {u32Column, stringColumn, blobColumn},
	ExportedTypeTable:           {u32Column, u32Column, stringColumn, stringColumn, codedColumn + implementation},
	ManifestResourceTable:       {u32Column, u32Column, stringColumn, codedColumn + implementation},
	NestedClassTable:            {column(TypeDefTable), column(TypeDefTable)},
	GenericParamTable:           {u16Column, u16Column, codedColumn + typeOrMethodDef, stringColumn},
	MethodSpecTable:             {codedColumn + methodDefOrRef, blobColumn},
	GenericParamConstraintTable: {column(GenericParamTable), codedColumn + typeDefOrRef},
	documentTable:               {blobColumn, guidColumn, blobColumn, guidColumn},
	methodDebugTable:            {column(documentTable), blobColumn},
	localScopeTable:             {column(MethodDefTable), column(importScopeTable), column(localVariableTable), column(localConstantTable), u32Column, u32Column},
	localVariableTable:          {u16Column, u16Column, stringColumn},
	localConstantTable:          {stringColumn, blobColumn},
	importScopeTable:            {column(importScopeTable), blobColumn},
	stateMachineTable:           {column(MethodDefTable), column(MethodDefTable)},
	customDebugTable:            {codedColumn + hasCustomDebug, guidColumn, blobColumn},
}

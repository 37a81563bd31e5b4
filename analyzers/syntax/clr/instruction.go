package clr

import "math"

// An Instruction is one instruction of a body (Partition III).
type Instruction struct {
	Offset int // in the body's code
	Size   int
	Op     Op
	// Operand is a token, the number of a local or argument, a constant, or the
	// offset that a branch goes to; of a floating-point constant its bits.
	Operand int
	targets view // of switch
}

// Op is an opcode: the byte, or 0xfe00 plus the second byte (III.1.2.1).
type Op int

// Operand says what follows an opcode (III.1.9, VI.C.2).
type Operand int

// The kinds of operands.
const (
	NoOperand     Operand = iota
	BranchOperand         // offset of the target
	FieldOperand          // token
	IntOperand            // 32 bits
	LongOperand           // 64 bits
	MethodOperand         // token
	RealOperand           // 64 bits
	SigOperand            // token
	StringOperand         // token
	SwitchOperand         // list of targets
	TokOperand            // token of any kind
	TypeOperand           // token
	VarOperand            // number
	ShortBranchOperand
	ShortIntOperand
	ShortRealOperand
	ShortVarOperand
)

// Flow says where control goes after an instruction.
type Flow int

// The kinds of control flow.
const (
	NextFlow   Flow = iota
	BranchFlow      // to the target
	CondFlow        // to the target or on
	CallFlow        // on, after a call
	ReturnFlow
	ThrowFlow
	MetaFlow // a prefix
	BreakFlow
)

// Variable stands for the number of stack slots of an instruction whose operand
// decides it.
const Variable = -1

// opcode is what the standard says of one instruction.
type opcode struct {
	name      string
	operand   Operand
	flow      Flow
	pop, push int // stack slots, or Variable
}

func (o Op) info() *opcode {
	switch {
	case o >= 0 && o < 0x100:
		return &shortOpcodes[o]
	case o >= 0xfe00 && o < 0xfe00+Op(len(longOpcodes)):
		return &longOpcodes[o-0xfe00]
	}
	return &opcode{}
}

// String returns the instruction's name: "ldc.i4.1".
func (o Op) String() string { return o.info().name }

// Operand returns what follows the opcode.
func (o Op) Operand() Operand { return o.info().operand }

// Flow returns where control goes after the instruction.
func (o Op) Flow() Flow { return o.info().flow }

// Stack returns how many slots the instruction takes from the evaluation stack
// and how many it puts there, each [Variable] where its operand decides.
func (o Op) Stack() (pop, push int) { return o.info().pop, o.info().push }

var operandSizes = [...]int{
	NoOperand: 0, BranchOperand: 4, FieldOperand: 4, IntOperand: 4, LongOperand: 8, MethodOperand: 4, RealOperand: 8,
	SigOperand: 4, StringOperand: 4, SwitchOperand: 4, TokOperand: 4, TypeOperand: 4, VarOperand: 2,
	ShortBranchOperand: 1, ShortIntOperand: 1, ShortRealOperand: 4, ShortVarOperand: 1,
}

// Instructions decodes the whole body. On an error the instructions before the
// fault are returned with it.
func (b *Body) Instructions() ([]Instruction, error) {
	list := make([]Instruction, 0, len(b.Code)/2+1)
	for at := 0; at < len(b.Code); {
		in, err := b.instruction(at)
		if err != nil {
			return list, err
		}
		list = append(list, in)
		at += in.Size
	}
	return list, nil
}

// instruction decodes the instruction at an offset.
func (b *Body) instruction(at int) (Instruction, error) {
	v := view(b.Code)
	in := Instruction{Offset: at, Op: Op(v.u8(at)), Size: 1}
	if in.Op == 0xfe {
		in.Op = Op(0xfe00 + v.u8(at+1))
		in.Size = 2
	}
	info := in.Op.info()
	if info.name == "" || !v.has(at, in.Size+operandSizes[info.operand]) {
		return in, corrupt(b.Offset+at, "there is no instruction %#x", int(in.Op))
	}
	at += in.Size
	in.Size += operandSizes[info.operand]
	end := at + operandSizes[info.operand]
	switch info.operand {
	case NoOperand:
	case BranchOperand:
		in.Operand = end + signed32(v.u32(at))
	case ShortBranchOperand:
		in.Operand = end + signed8(v.u8(at))
	case IntOperand:
		in.Operand = signed32(v.u32(at))
	case ShortIntOperand:
		in.Operand = signed8(v.u8(at))
	case LongOperand, RealOperand:
		in.Operand = int(v.u64(at)) //nolint:gosec // the same bits, signed
	case VarOperand:
		in.Operand = v.u16(at)
	case ShortVarOperand:
		in.Operand = v.u8(at)
	case SwitchOperand:
		count := v.u32(at)
		if !v.has(end, count*4) {
			return in, corrupt(b.Offset+at, "the targets of a switch are cut off")
		}
		in.Operand, in.targets = end+count*4, v.part(end, count*4)
		in.Size += count * 4
	default:
		in.Operand = v.u32(at)
	}
	return in, nil
}

func signed32(v int) int { return v - v>>31<<32 }

func signed8(v int) int { return v - v>>7<<8 }

// Token returns the operand as a token.
func (in Instruction) Token() Token { return Token(in.Operand) }

// Float returns the operand of ldc.r4 or ldc.r8.
func (in Instruction) Float() float64 {
	if in.Op.Operand() == ShortRealOperand {
		return float64(math.Float32frombits(uint32(in.Operand))) //nolint:gosec // read as 32 bits
	}
	return math.Float64frombits(uint64(in.Operand)) //nolint:gosec // the same bits
}

// Targets returns where the instruction may branch to: offsets in the code, those
// of a switch in its order. A forged one may lie outside.
func (in Instruction) Targets() []int {
	switch in.Op.Operand() {
	case BranchOperand, ShortBranchOperand:
		return []int{in.Operand}
	case SwitchOperand:
		list := make([]int, len(in.targets)/4)
		for i := range list {
			list[i] = in.Operand + signed32(in.targets.u32(4*i))
		}
		return list
	default:
		return nil
	}
}

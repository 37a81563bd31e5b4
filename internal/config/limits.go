package config

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// limitKeys are the keys under "limits".
func (p *builder) limitKeys() fields {
	size := func(key string, into *int64) func(ast.Node) {
		return func(n ast.Node) {
			word, ok := p.text(n, key)
			if !ok {
				return
			}
			v, err := ParseSize(word)
			if err != nil {
				p.fail(n, "%q: %v", key, err)
			}
			*into = v
		}
	}
	count := func(key string, into *int) func(ast.Node) {
		return func(n ast.Node) { *into = p.number(n, key) }
	}
	return fields{
		"inflated":   size("inflated", &p.Limits.Inflated),
		"member":     size("member", &p.Limits.Member),
		"entries":    count("entries", &p.Limits.Entries),
		"depth":      count("depth", &p.Limits.Depth),
		"ratio":      count("ratio", &p.Limits.Ratio),
		"ratioFloor": size("ratioFloor", &p.Limits.RatioFloor),
	}
}

// ParseSize reads a number of bytes: "1048576", "1024KB", "1MB". A KB is 1024
// bytes and so on.
func ParseSize(word string) (int64, error) {
	digits := strings.TrimRight(strings.ToUpper(strings.TrimSpace(word)), "B")
	shift := 0
	for i, unit := range []string{"K", "M", "G"} {
		if rest, ok := strings.CutSuffix(digits, unit); ok {
			digits, shift = strings.TrimSpace(rest), 10*(i+1)
			break
		}
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n < 1 || n > math.MaxInt64>>shift {
		return 0, fmt.Errorf("%.40q is no size: expected a number of bytes, with KB, MB or GB after it if need be", word)
	}
	return n << shift, nil
}

package secret

import (
	"encoding/base64"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// isPlaceholder reports whether a value stands for a secret that somebody is to
// put there, or is one that is published.
func isPlaceholder(value string) bool {
	low := strings.ToLower(value)
	if slices.ContainsFunc(placeholders(), func(p string) bool { return strings.Contains(low, p) }) || strings.HasSuffix(low, "here") {
		return true
	}
	if slices.ContainsFunc(published(), func(p string) bool { return strings.Contains(value, p) }) {
		return true
	}
	return strings.Count(value, value[:min(1, len(value))]) == len(value)
}

// isRandom reports whether the characters of a value look drawn by lot: many
// different ones, letters and digits, and no words.
func isRandom(value string) bool {
	letters, digits := 0, 0
	for i := range len(value) {
		switch {
		case isLetter(value[i]):
			letters++
		case isDigit(value[i]):
			digits++
		}
	}
	if letters == 0 || digits == 0 {
		return false
	}
	return entropy(value) >= least(value) && !isMadeOfWords(value)
}

// least returns the bits per character that a random value of that alphabet and
// length has at the least, with a margin.
func least(value string) float64 {
	if strings.Trim(value, "0123456789abcdefABCDEF-") == "" {
		return 2.8
	}
	return min(3.5, math.Log2(float64(len(value)))*0.75)
}

// entropy returns the bits per byte of a value by the frequencies of its bytes.
func entropy(value string) float64 {
	var count [256]int
	for i := range len(value) {
		count[value[i]]++
	}
	sum := 0.0
	for _, n := range count {
		if n > 0 {
			p := float64(n) / float64(len(value))
			sum -= p * math.Log2(p)
		}
	}
	return sum
}

// isMadeOfWords reports whether a value reads as words: "clientSecretValue1",
// "contoso.settings.password", "/api/v2/users". Random text has humps and gaps
// every other letter.
func isMadeOfWords(value string) bool {
	run, digits, runs := 0, 0, 0
	for i := 0; i <= len(value); i++ {
		if i < len(value) && isLetter(value[i]) && (run == 0 || !isHump(value, i)) {
			run++
			continue
		}
		if run > 0 {
			runs++
			if !isWord(value[i-run : i]) {
				return false
			}
		}
		run = 0
		if i < len(value) {
			if isLetter(value[i]) {
				run = 1
			} else if isDigit(value[i]) {
				digits++
			}
		}
	}
	return runs > 0 && digits <= 4
}

// isHump reports whether a new word begins at a letter: "clientSecret".
func isHump(s string, i int) bool { return s[i] < 'a' && s[i-1] >= 'a' }

// isWord reports whether letters can be a word: long enough, with a vowel, and
// no more than four consonants in a row.
func isWord(s string) bool {
	if len(s) < 3 {
		return slices.Contains([]string{"a", "id", "my", "to", "of", "is", "v", "ms", "db", "no", "in", "on"}, strings.ToLower(s))
	}
	vowels, row := 0, 0
	for i := range len(s) {
		if strings.IndexByte("aeiouy", lower(s[i])) >= 0 {
			vowels++
			row = 0
		} else if row++; row > 4 {
			return false
		}
	}
	return vowels > 0
}

// isCredentials reports whether value decodes to a name and a password.
func isCredentials(value string) bool {
	decoded, err := base64.StdEncoding.DecodeString(value)
	if err != nil || !utf8.Valid(decoded) {
		return false
	}
	name, password, ok := strings.Cut(string(decoded), ":")
	if !ok || name == "" || len(password) < 4 || isPlaceholder(password) {
		return false
	}
	return strings.IndexFunc(string(decoded), func(r rune) bool { return r < ' ' || r == 0x7f }) < 0
}

// looksSecret reports whether a value that stands under a telling name is a
// secret. Passwords that people make up need not look random; what is a key of
// a connection string is taken even if it is short.
func looksSecret(value string, word, connection bool) bool {
	if len(value) < minValue || len(value) > maxValue || isReference(value) || isIdentifier(value) || isPlaceholder(value) {
		return false
	}
	switch {
	case connection:
		return !isBareWord(value)
	case word:
		return len(value) >= 8 && isPassword(value)
	}
	return len(value) >= 16 && isRandom(value)
}

// isReference reports whether a value is no literal: an expression, a path to
// where the secret is kept, a sentence, an address.
func isReference(value string) bool {
	return strings.ContainsAny(value, " \t\r\n{}<>[]()\"'`|\\") || strings.Contains(value, "://") ||
		strings.HasPrefix(value, "@") || strings.HasPrefix(value, "$") || strings.HasPrefix(value, "#") || strings.HasPrefix(value, "%")
}

// isIdentifier reports whether a value is a GUID, with or without the name of a
// file's type behind it: apps map the names of their controls to such.
func isIdentifier(value string) bool {
	if len(value) < 36 {
		return false
	}
	for i, c := range []byte(value[:36]) {
		switch hyphen := i == 8 || i == 13 || i == 18 || i == 23; {
		case hyphen != (c == '-'):
			return false
		case !hyphen && strings.IndexByte("0123456789abcdefABCDEF", c) < 0:
			return false
		}
	}
	return len(value) == 36 || value[36] == '.'
}

// isBareWord reports whether a value is the name of what should stand there, or
// a type: "password", "secret", "string", "null".
func isBareWord(value string) bool {
	if _, ok := telling(value); ok {
		return true
	}
	return slices.Contains([]string{"string", "text", "null", "none", "undefined", "true", "false", "value", "test", "empty", "user"}, strings.ToLower(value))
}

// isPassword reports whether a value is such as people take for passwords:
// letters and digits, or signs, and no name of something.
func isPassword(value string) bool {
	if isBareWord(value) || isRandom(value) {
		return !isBareWord(value)
	}
	digits, signs, joints := 0, 0, 0
	for i := range len(value) {
		switch c := value[i]; {
		case isDigit(c):
			digits++
		case strings.IndexByte("_-./:,", c) >= 0:
			joints++
		case !isLetter(c) && c < utf8.RuneSelf:
			signs++
		}
	}
	return joints == 0 && (signs > 0 && digits > 0 || digits >= 2 && len(value) > digits)
}

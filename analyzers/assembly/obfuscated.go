package assembly

import (
	"unicode"

	"github.com/solcheck/solcheck/analyzers/syntax/clr"
)

// obfuscators are the tools that leave a type of their own in what they change: an
// attribute that they put on the module.
var obfuscators = map[string]string{
	"BabelAttribute":           "Babel",
	"BabelObfuscatorAttribute": "Babel",
	"ConfusedByAttribute":      "ConfuserEx",
	"CryptoObfuscator.ProtectedWithCryptoObfuscatorAttribute": "Crypto Obfuscator",
	"DotfuscatorAttribute":                                              "Dotfuscator",
	"NetGuard":                                                          "NETGuard",
	"ObfuscatedByAgileDotNetAttribute":                                  "Agile.NET",
	"ObfuscatedByGoliath":                                               "Goliath",
	"SmartAssembly.Attributes.PoweredByAttribute":                       "SmartAssembly",
	"SecureTeam.Attributes.ObfuscatedByCliSecureAttribute":              "CliSecure",
	"Xenocode.Client.Attributes.AssemblyAttributes.ProcessedByXenocode": "Xenocode",
	"YanoAttribute":                                                     "Yano",
}

// minTypes is from how many types on their names say something.
const minTypes = 10

// obfuscator returns the tool that an image was obfuscated with, "a tool that is
// not known" where only the names tell, and nothing for an image as its compiler
// made it.
func obfuscator(im *clr.Image) string {
	odd := 0
	for _, t := range im.Types {
		if by := obfuscators[t.FullName]; by != "" {
			return by
		}
		if !isWritten(t.Name) {
			odd++
		}
	}
	if len(im.Types) >= minTypes && odd > len(im.Types)/2 {
		return "a tool that is not known"
	}
	return ""
}

// isWritten reports whether a name has only characters that people write, or
// compilers put into the names that they make.
func isWritten(name string) bool {
	for _, r := range name {
		if unicode.IsControl(r) || unicode.Is(unicode.Co, r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar {
			return false
		}
	}
	return true
}

package clr

import (
	"bytes"
	"crypto"
	"crypto/rsa"
	"crypto/sha1" //nolint:gosec // II.6.2.1.3 signs SHA-1
	"crypto/sha256"
	"math/big"
	"slices"
)

// StrongName says how an assembly is signed with a strong name.
type StrongName int

// The states of a strong name.
const (
	Unsigned      StrongName = iota // there is no public key
	DelaySigned                     // there is a key, and room for the signature
	PublicSigned                    // the image claims to be signed, and the signature is only zeros
	SignedValid                     // the signature is that of this file
	SignedInvalid                   // the file was changed after it was signed, or the signature is another key's
	SignedUnknown                   // signed in a way that is not verified here
)

// StrongName verifies the strong name signature (II.6.2.1.3): RSA over a hash of
// the file without the signature, the checksum and the Authenticode certificate.
func (im *Image) StrongName() StrongName {
	if len(im.Assembly.PublicKey) == 0 {
		return Unsigned
	}
	if im.Flags&FlagStrongNameSigned == 0 {
		return DelaySigned
	}
	at := im.pe.offset(im.cli.signature.address)
	signature := im.data.part(at, im.cli.signature.size)
	if len(signature) == 0 || len(bytes.Trim(signature, "\x00")) == 0 {
		return PublicSigned
	}
	key := rsaKey(im.Assembly.PublicKey)
	if key == nil || key.Size() != len(signature) || key.Size() > 1024 {
		return SignedUnknown
	}
	signature = slices.Clone(signature)
	slices.Reverse(signature) // Windows keeps it least byte first
	content := im.signedContent(at, len(signature))
	sum1, sum2 := sha1.Sum(content), sha256.Sum256(content) //nolint:gosec // II.6.2.1.3 signs SHA-1
	if rsa.VerifyPKCS1v15(key, crypto.SHA1, sum1[:], signature) == nil ||
		rsa.VerifyPKCS1v15(key, crypto.SHA256, sum2[:], signature) == nil {
		return SignedValid
	}
	return SignedInvalid
}

// rsaKey reads a public key blob: 12 bytes of the assembly's own, then Windows'
// PUBLICKEYBLOB. It is nil for another kind of key.
func rsaKey(key view) *rsa.PublicKey {
	const header, magic = 12 + 20, "RSA1"
	bits := key.u32(12 + 12)
	if len(key) < header || string(key[20:24]) != magic || bits%8 != 0 || bits < 384 || len(key) != header+bits/8 {
		return nil
	}
	modulus := slices.Clone(key[header:])
	slices.Reverse(modulus)
	return &rsa.PublicKey{N: new(big.Int).SetBytes(modulus), E: key.u32(12 + 16)}
}

// signedContent returns what the hash is made of: the headers with the fields
// zeroed that signing changes, then each section without the signature.
func (im *Image) signedContent(signature, size int) []byte {
	content := make([]byte, 0, len(im.data))
	headers := slices.Clone(im.data.part(0, im.pe.headers))
	clear(headers[min(im.pe.checksum, len(headers)):min(im.pe.checksum+4, len(headers))])
	clear(headers[min(im.pe.certEntry, len(headers)):min(im.pe.certEntry+8, len(headers))])
	content = append(content, headers...)
	for _, s := range im.pe.sections {
		part := im.data.part(s.offset, s.size)
		if len(content)+len(part) > 2*len(im.data) {
			break
		}
		if at := signature - s.offset; at >= 0 && at+size <= len(part) {
			content = append(content, part[:at]...)
			part = part[at+size:]
		}
		content = append(content, part...)
	}
	return content
}

package nupkg_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"testing"

	"github.com/solcheck/solcheck/analyzers/syntax/nupkg"
)

func pack(tb testing.TB, names ...string) []byte {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.Create(name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write(bytes.Repeat([]byte(name), 100)); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func TestAssemblies(t *testing.T) {
	data := pack(t, "Contoso.nuspec", `lib\net462\Contoso.dll`, "lib/net462/Contoso.xml", "Lib/net462/A.DLL", "tools/x.dll")
	files, err := nupkg.Assemblies(data, 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 2 || files[0].Name != "Lib/net462/A.DLL" || files[1].Name != "lib/net462/Contoso.dll" || len(files[1].Data) != 2200 {
		t.Errorf("files %v", files)
	}
	if files, err := nupkg.Assemblies(data, 3000); !errors.Is(err, nupkg.ErrLimit) || len(files) != 1 {
		t.Errorf("over the limit: %d files, %v", len(files), err)
	}
	if _, err := nupkg.Assemblies([]byte("text"), 100); err == nil {
		t.Error("text was opened")
	}
}

func FuzzAssemblies(f *testing.F) {
	f.Add(pack(f, "lib/net462/Contoso.dll"))
	f.Fuzz(func(t *testing.T, data []byte) {
		files, _ := nupkg.Assemblies(data, 1<<16)
		for _, file := range files {
			if len(file.Data) > 1<<16 {
				t.Error("the limit was passed")
			}
		}
	})
}

package config_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/solcheck/solcheck/internal/config"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestErrors(t *testing.T) {
	t.Parallel()
	const golden = "testdata/errors.txtar"
	before, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	archive := txtar.Parse(before)
	after := &txtar.Archive{Comment: archive.Comment}
	for _, f := range archive.Files {
		name, isConfig := strings.CutSuffix(f.Name, ".yaml")
		if !isConfig {
			continue
		}
		_, err := config.Parse(".solcheck.yaml", f.Data, catalogue)
		if err == nil {
			t.Errorf("%s: there is no error", name)
			continue
		}
		after.Files = append(after.Files, f, txtar.File{Name: name + ".error", Data: []byte(err.Error() + "\n")})
	}
	text := txtar.Format(after)
	if *update {
		if err := os.WriteFile(golden, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(string(before), string(text)); diff != "" && !*update {
		t.Errorf("the errors differ from %s; -update rewrites it (-want +got)\n%s", golden, diff)
	}
}

func TestTooLarge(t *testing.T) {
	t.Parallel()
	_, err := config.Parse("c", []byte(strings.Repeat("#\n", 3<<20)), nil)
	if want := "c: the file is larger than 4 MB, which no configuration is"; err == nil || err.Error() != want {
		t.Errorf("got error %v, want %s", err, want)
	}
}

func FuzzParse(f *testing.F) {
	archive, err := txtar.ParseFile("testdata/errors.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range archive.Files {
		f.Add(file.Data)
	}
	f.Add([]byte(whole))
	f.Fuzz(func(t *testing.T, text []byte) {
		got, err := config.Parse("c", text, catalogue)
		if (got == nil) == (err == nil) {
			t.Errorf("got %v with error %v", got, err)
		}
	})
}

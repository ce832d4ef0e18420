package chain_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/chain"
	"github.com/kcfglint/kcfglint/internal/lint"
	"github.com/kcfglint/kcfglint/internal/model"
)

var update = flag.Bool("update", false, "write the golden files and the pictures in docs instead of comparing with them")

// run finds the chains below a path of the repository.
func run(t *testing.T, asked chain.Options, paths ...string) *chain.Report {
	t.Helper()
	r, err := chain.Run(context.Background(), lint.Options{Paths: paths, Versions: map[string]model.Version{}}, asked)
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range r.Errors {
		t.Error(err)
	}
	return r
}

// write returns a report in a format.
func write(t *testing.T, format string, r *chain.Report) string {
	t.Helper()
	var out bytes.Buffer
	if err := chain.Write(&out, format, r); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestGolden compares the chains of both examples in all formats. The pictures are those of
// the documentation.
func TestGolden(t *testing.T) {
	t.Chdir("../..")
	for _, example := range []string{"orders", "orders-mended"} {
		r := run(t, chain.Options{}, "examples/"+example)
		for _, format := range chain.Formats() {
			file := filepath.Join("internal", "chain", "testdata", example+"."+format)
			if format == "svg" {
				file = filepath.Join("docs", "chain-"+example+".svg")
			}
			golden(t, file, write(t, format, r))
		}
		for _, format := range chain.PlanFormats() {
			var out bytes.Buffer
			if err := chain.WritePlan(&out, format, r); err != nil {
				t.Fatal(err)
			}
			golden(t, filepath.Join("internal", "chain", "testdata", example+".reconcile."+format), out.String())
		}
	}
	for _, example := range []string{"parcels", "parcels-mended"} {
		golden(t, filepath.Join("docs", "chain-"+example+".svg"), write(t, "svg", run(t, chain.Options{}, "examples/"+example)))
	}
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (run the test with -update to accept)\n--- got\n%s", file, got)
	}
}

// full fails to write after some bytes.
type full struct{ room int }

var errFull = errors.New("no space left")

func (f *full) Write(b []byte) (int, error) {
	if f.room -= len(b); f.room < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestWriteErrors(t *testing.T) {
	r := run(t, chain.Options{}, "../../examples/orders")
	for _, format := range chain.Formats() {
		if err := chain.Write(&full{300}, format, r); !errors.Is(err, errFull) {
			t.Errorf("%s: %v", format, err)
		}
	}
	for _, format := range chain.PlanFormats() {
		if err := chain.WritePlan(&full{300}, format, r); !errors.Is(err, errFull) {
			t.Errorf("reconcile %s: %v", format, err)
		}
	}
	if chain.Write(io.Discard, "pdf", r) == nil || chain.WritePlan(io.Discard, "svg", r) == nil {
		t.Error("an unknown format is accepted")
	}
}

// repository writes files into a folder and goes there.
func repository(t *testing.T, files map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
}

// ways are the paths of a report, hop by hop: names, and ? for what is not known.
func ways(r *chain.Report) []string {
	var all []string
	for _, p := range r.Paths {
		var names []string
		for _, i := range p.Hops {
			name := r.Hops[i].Name
			if !r.Hops[i].Known {
				name = "?"
			}
			names = append(names, name)
		}
		all = append(all, strings.Join(names, " > "))
	}
	return all
}

// elements checks that a text is XML without scripts and without references to elsewhere.
func elements(t *testing.T, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "svg", "defs", "marker", "path", "rect", "text", "g", "title", "circle":
		default:
			t.Errorf("element %s", start.Name.Local)
		}
		for _, a := range start.Attr {
			if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" || strings.Contains(a.Value, "url(http") {
				t.Errorf("attribute %s=%q", a.Name.Local, a.Value)
			}
		}
	}
}

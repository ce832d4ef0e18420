package guarantee_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/kcfglint/kcfglint/internal/guarantee"
	"github.com/kcfglint/kcfglint/internal/lint"
	"github.com/kcfglint/kcfglint/internal/model"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing with them")

// shop is a repository with clients of all kinds, under one release of Kafka.
func shop() lint.Options {
	release := model.Version{Number: []int{4, 1}, Evidence: "--kafka-version"}
	return lint.Options{
		Dir:      filepath.Join("testdata", "shop"),
		Versions: map[string]model.Version{model.OfClient: release, model.OfBroker: release, model.OfConnect: release},
	}
}

// TestGolden compares the report on testdata/shop in all formats with testdata/shop.FORMAT.
func TestGolden(t *testing.T) {
	r, err := guarantee.Run(context.Background(), shop())
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range guarantee.Formats() {
		t.Run(format, func(t *testing.T) {
			var got bytes.Buffer
			if err := guarantee.Write(&got, format, r); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", "shop."+format)
			if *update {
				if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got.String() != string(want) {
				t.Errorf("%s differs (run the test with -update to accept)\n--- got\n%s", file, got.String())
			}
			if bytes.Contains(got.Bytes(), []byte("golden-secret")) {
				t.Error("a secret is printed")
			}
		})
	}
	if err := guarantee.Write(&bytes.Buffer{}, "xml", r); err == nil {
		t.Error("format xml is accepted")
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
	r, err := guarantee.Run(context.Background(), shop())
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range guarantee.Formats() {
		if err := guarantee.Write(&full{100}, format, r); !errors.Is(err, errFull) {
			t.Errorf("%s: %v", format, err)
		}
	}
}

// TestHostileNames: a name cannot act on a terminal, nor break a table.
func TestHostileNames(t *testing.T) {
	r := &guarantee.Report{Clients: []guarantee.Client{{
		Kind: "producer", Name: "a\x1b[2J|`b\n\u202e<i>", File: "x|y`.properties", Line: 1, Delivery: "unknown", Ordered: "unknown", Durable: "unknown",
		Links:    []guarantee.Link{{Of: "loss", Message: "m\x1b[31m | *b*", At: guarantee.Setting{Key: "acks", Value: "`|\n", State: "explicit", File: "f"}}},
		Settings: []guarantee.Setting{{Key: "acks", Value: "`|\x07", State: "explicit", File: "f", Line: 2}},
	}}}
	for _, format := range []string{"text", "markdown"} {
		var out bytes.Buffer
		if err := guarantee.Write(&out, format, r); err != nil {
			t.Fatal(err)
		}
		if bytes.ContainsAny(out.Bytes(), "\x1b\x07") || bytes.Contains(out.Bytes(), []byte("\u202e")) {
			t.Errorf("%s: %q", format, out.String())
		}
		if format == "markdown" && bytes.Contains(out.Bytes(), []byte("<i>")) {
			t.Errorf("a name becomes HTML: %s", out.String())
		}
	}
}

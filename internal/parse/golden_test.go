package parse

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing with them")

// golden compares what show makes of each file of a folder with the .golden file beside it.
func golden(t *testing.T, pattern string, show func(t *testing.T, name, text string) string) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %s %v", pattern, err)
	}
	for _, file := range files {
		if ext := filepath.Ext(file); ext == ".golden" || ext == ".tsv" {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := show(t, filepath.Base(file), string(text))
			if strings.Contains(got, "hunter2") {
				t.Error("a secret's value is shown")
			}
			if *update {
				if err := os.WriteFile(file+".golden", []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file + ".golden")
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s differs (run the test with -update to accept)\n--- got\n%s\n--- want\n%s", file, got, want)
			}
		})
	}
}

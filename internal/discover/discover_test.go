package discover_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/kcfglint/kcfglint/internal/discover"
)

// TestLimit: a folder with more files than wanted is not walked to its end, and a flat
// walk leaves out what lies deeper.
func TestLimit(t *testing.T) {
	dir := t.TempDir()
	for i := range 6 {
		folder := filepath.Join(dir, fmt.Sprint(i%3))
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprint(i, ".properties")), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "top.properties"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		limit int
		flat  bool
		want  int
		err   error
	}{
		{want: 7},
		{limit: 7, want: 7},
		{limit: 6, err: discover.ErrLimit},
		{limit: 6, flat: true, want: 1},
	}
	for _, test := range tests {
		files, err := discover.Files([]string{"."}, discover.Options{Dir: dir, Root: dir, Limit: test.limit, Flat: test.flat})
		if len(files) != test.want || !errors.Is(err, test.err) {
			t.Errorf("limit %d, flat %t: %d files, %v", test.limit, test.flat, len(files), err)
		}
	}
}

package suppress

import (
	"slices"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/finding"
)

// FuzzComment: whatever a comment says, no finding is lost, and places stay in the file.
func FuzzComment(f *testing.F) {
	f.Add(" kcfglint:ignore KP002, producer -- r")
	f.Add("kcfglint:ignore-file\tKP002 x,,KP -- -- ")
	f.Add("* kcfglint: ignore\xff -- ")
	f.Fuzz(func(t *testing.T, comment string) {
		comment = strings.NewReplacer("\n", " ", "\r", " ").Replace(comment)
		file := read("a.properties", "#"+comment+"\nacks=1\n")
		kept, suppressed := Apply([]finding.Finding{at(file, "KP002", "acks=1")}, []File{file}, options())
		count := 0
		for _, found := range slices.Concat(kept, suppressed) {
			if found.Rule == "KP002" {
				count++
			}
			if found.Start.Line < 1 || found.Start.Line > 2 || found.End.Offset > len(file.Source.Text) || found.Start.Offset > found.End.Offset {
				t.Fatalf("a place outside the file: %+v", found)
			}
		}
		if count != 1 {
			t.Fatalf("%d findings came out", count)
		}
		if !strings.Contains(comment, marker) && len(kept) != 1 {
			t.Fatalf("a comment that is not for us has an effect: %q", comment)
		}
	})
}

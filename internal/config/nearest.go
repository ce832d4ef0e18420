package config

import (
	"strings"

	"github.com/agnivade/levenshtein"
)

// Nearest returns the name that somebody most likely meant, "" if none is near: the
// first of those with the fewest edits, capitals aside, and at most one in three
// characters edited. What begins as the name does ("warn", "warning") is near.
func Nearest(name string, names []string) string {
	if len(name) > 100 {
		return ""
	}
	name = strings.ToLower(name)
	best, fewest := "", max(1, len(name)/3)+1
	for _, candidate := range names {
		lower := strings.ToLower(candidate)
		n := levenshtein.ComputeDistance(name, lower)
		if len(name) >= 3 && strings.HasPrefix(lower, name) {
			n = min(n, 1)
		}
		if n < fewest {
			best, fewest = candidate, n
		}
	}
	return best
}

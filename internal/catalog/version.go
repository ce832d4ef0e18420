package catalog

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
)

// ParseVersion reads a version as users and build files write it: "4.1", "3.9.1",
// "v1_19" (FlinkDeployment's spec.flinkVersion), "0.11.0.2", "2.8.2-SNAPSHOT". The
// result has two or three elements; of Kafka's old four-part versions the last part is
// dropped.
func ParseVersion(text string) ([]int, error) {
	s := strings.TrimPrefix(strings.TrimSpace(text), "v")
	s = strings.ReplaceAll(s, "_", ".")
	if end := strings.IndexFunc(s, func(r rune) bool { return r != '.' && (r < '0' || r > '9') }); end >= 0 {
		if !strings.ContainsRune("-+", rune(s[end])) {
			return nil, fmt.Errorf("%q is no version", text)
		}
		s = s[:end]
	}
	parts := strings.Split(s, ".")
	if len(parts) < 2 || len(parts) > 4 {
		return nil, fmt.Errorf("%q is no version: want two or three numbers such as 3.9 or 3.9.1", text)
	}
	version := make([]int, 0, 3)
	for _, p := range parts[:min(len(parts), 3)] {
		n, err := strconv.Atoi(p)
		if err != nil || n > 1_000_000 {
			return nil, fmt.Errorf("%q is no version", text)
		}
		version = append(version, n)
	}
	return version, nil
}

// Format writes a version as "3.9" or "3.9.1".
func Format(version []int) string {
	parts := make([]string, len(version))
	for i, n := range version {
		parts[i] = strconv.Itoa(n)
	}
	return strings.Join(parts, ".")
}

// Compare orders versions as numbers, element by element; an element that is missing
// counts as 0.
func Compare(a, b []int) int {
	for i := range max(len(a), len(b)) {
		if d := element(a, i, 0) - element(b, i, 0); d != 0 {
			return d
		}
	}
	return 0
}

const newestPatch = int(^uint(0) >> 1)

// Within reports whether a version lies in a range whose ends are inclusive; a nil end
// is open. A version or an upper end of two elements stands for the newest patch of
// that release, a lower end of two elements for its first: 3.0 lies within 3.0.1 to 3.0.
func Within(version, from, to []int) bool {
	return compareEnds(version, newestPatch, from, 0) >= 0 &&
		(to == nil || compareEnds(version, newestPatch, to, newestPatch) <= 0)
}

func compareEnds(a []int, padA int, b []int, padB int) int {
	for i := range max(len(a), len(b)) {
		x, y := element(a, i, padA), element(b, i, padB)
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		}
	}
	return 0
}

func element(v []int, i, missing int) int {
	if i < len(v) {
		return v[i]
	}
	return missing
}

// release is what is known of the releases of one piece of software.
type release struct {
	oldest, newest []int
	minors         [][]int // ascending
}

// releaseOf returns nil for software that is not known. A client that is not known is
// taken for the Java client.
func releaseOf(of, client string) *release {
	r := releases()
	if of == model.OfClient {
		if found := r[of+"/"+client]; found != nil {
			return found
		}
		return r[of+"/"+model.ClientJava]
	}
	return r[of]
}

// Newest returns the newest release of what a version is of (model.OfClient ...), nil if
// that is not known. The client matters for model.OfClient only.
func Newest(of, client string) []int {
	if r := releaseOf(of, client); r != nil {
		return slices.Clone(r.newest)
	}
	return nil
}

// Oldest returns the oldest release for which findings are checked when the version is
// not known, Kafka 2.8 and Flink 1.17 and what belongs to them; nil if that is not known.
func Oldest(of, client string) []int {
	if r := releaseOf(of, client); r != nil {
		return slices.Clone(r.oldest)
	}
	return nil
}

// successor returns the first release after a version, nil if there is none.
func successor(of, client string, version []int) []int {
	if version == nil {
		return nil
	}
	if len(version) == 3 && !isMinor(of, client, version) {
		return []int{version[0], version[1], version[2] + 1}
	}
	for _, m := range releaseOf(of, client).minors {
		if compareEnds(m, 0, version, newestPatch) > 0 {
			return m
		}
	}
	return nil
}

// isMinor reports whether three elements name a minor release, as in Kafka 0.11.0.
func isMinor(of, client string, version []int) bool {
	return slices.ContainsFunc(releaseOf(of, client).minors, func(m []int) bool { return slices.Equal(m, version) })
}

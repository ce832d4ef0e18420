package resolve

import (
	"iter"
	"math/bits"
	"slices"
	"strings"
)

// How a written name resembles a known one, the closest first.
const (
	sameWords  = iota // but for separators and case: maxPollRecords, max_poll_records
	otherOrder        // auto.commit.enable
	otherEnd          // session.timeout, bootstrap.servers.config
	otherStart        // security.inter.broker.listener.name
	misspelt          // max.pol.records
	unlike
)

// longest is the length up to which names are compared: no key is longer.
const longest = 120

// nearest returns the name that is most likely meant by one that is none of them.
func nearest(written string, names iter.Seq[string]) (name string, ok bool) {
	if len(written) < 4 || len(written) > longest {
		return "", false
	}
	words := wordsOf(written)
	joined := strings.Join(words, "")
	sorted := slices.Sorted(slices.Values(words))
	mask := letters(joined)
	best, changes := unlike, 3
	for n := range names {
		if abs(len(n)-len(written)) > len("security.") || bits.OnesCount64(letters(n)^mask) > 7 {
			continue
		}
		how, d := unlike, 0
		switch other := wordsOf(n); {
		case strings.Join(other, "") == joined:
			how = sameWords
		case len(words) > 1 && len(other) == len(words) && bits.OnesCount64(letters(n)^mask) == 0 &&
			slices.Equal(slices.Sorted(slices.Values(other)), sorted):
			how = otherOrder
		case len(words) > 1 && sameBut(words, other):
			how = otherEnd
		case startsBut(words, other):
			how = otherStart
		case bits.OnesCount64(letters(n)^mask) <= 4:
			if d = misspelling(words, other); d > 0 {
				how = misspelt
			}
		}
		if how < best || how == best && how == misspelt && d < changes {
			name, best, changes = n, how, d
		}
	}
	if best == otherStart && !starts(names, longer(words, wordsOf(name))[0]) {
		return "", false // of something else
	}
	if best == misspelt && vocabulary(names, words, wordsOf(name)) {
		return "", false
	}
	return name, best < unlike
}

// completed returns the only name that has what is written and one thing more: a part
// between two dots (restart-strategy.attempts), or words in the last part
// (execution.checkpointing.max-concurrent).
func completed(written string, names iter.Seq[string]) (name string, ok bool) {
	if len(written) > longest {
		return "", false
	}
	parts := strings.Split(written, ".")
	leaf := strings.Split(parts[len(parts)-1], "-")
	for n := range names {
		if len(n) <= len(written) || !strings.HasPrefix(n, parts[0]+".") {
			continue
		}
		other := strings.Split(n, ".")
		last := strings.Split(other[len(other)-1], "-")
		part := len(other) == len(parts)+1 && other[0] == parts[0] && slices.Equal(last, leaf) && within(parts, other)
		words := len(other) == len(parts) && slices.Equal(other[:len(other)-1], parts[:len(parts)-1]) && len(last)-len(leaf) <= 2 && within(leaf, last)
		if !part && !words {
			continue
		}
		if ok {
			return "", false
		}
		name, ok = n, true
	}
	return name, ok
}

// regrouped returns the only name that ends as what is written does, where its words begin
// alike (state.checkpoints.interval, for execution.checkpointing.interval).
func regrouped(written string, names iter.Seq[string]) (name string, ok bool) {
	parts := strings.Split(written, ".")
	if len(written) > longest || len(parts) < 3 {
		return "", false
	}
	for n := range names {
		other := strings.Split(n, ".")
		if len(other) != len(parts) || !slices.EqualFunc(other[1:], parts[1:], func(a, b string) bool { return a == b || inflected(a, b) }) {
			continue
		}
		if ok {
			return "", false
		}
		name, ok = n, true
	}
	return name, ok
}

// within reports whether some of the words, in their order, are all of the others.
func within(some, all []string) bool {
	for _, w := range all {
		if len(some) > 0 && some[0] == w {
			some = some[1:]
		}
	}
	return len(some) == 0
}

// wordsOf splits a name at dots, dashes and underscores and where an upper-case letter
// follows a lower-case one, and brings it to lower case.
func wordsOf(name string) []string {
	words := make([]string, 0, 8)
	start := 0
	cut := func(end int) {
		if end > start {
			words = append(words, strings.ToLower(name[start:end]))
		}
	}
	for i := range len(name) {
		switch c := name[i]; {
		case c == '.' || c == '-' || c == '_':
			cut(i)
			start = i + 1
		case i > 0 && 'A' <= c && c <= 'Z' && 'a' <= name[i-1] && name[i-1] <= 'z':
			cut(i)
			start = i
		}
	}
	cut(len(name))
	return words
}

// letters is the set of letters of a name, by which most names are told apart cheaply.
func letters(name string) uint64 {
	var set uint64
	for i := range len(name) {
		if c := name[i] | 0x20; 'a' <= c && c <= 'z' {
			set |= 1 << (c - 'a')
		}
	}
	return set
}

// ends are words that people add to a name or leave off: units, and what the constants of
// the Java clients end in.
var ends = []string{"ms", "bytes", "seconds", "minutes", "config", "configs"}

// sameBut reports whether two names differ by such a word at their end.
func sameBut(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(b) == len(a)+1 && slices.Equal(a, b[:len(a)]) && slices.Contains(ends, b[len(a)])
}

// startsBut reports whether two names differ by a word at their start and no less than four
// others agree.
func startsBut(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) >= 4 && len(b) == len(a)+1 && slices.EqualFunc(a, b[1:], func(x, y string) bool { return x == y || inflected(x, y) })
}

func longer(a, b []string) []string {
	if len(a) > len(b) {
		return a
	}
	return b
}

// starts reports whether a word is the first one of some name.
func starts(names iter.Seq[string], word string) bool {
	for n := range names {
		if strings.HasPrefix(n, word+".") {
			return true
		}
	}
	return false
}

// misspelling returns by how many letters two names of the same number of words differ, 0
// if by too many for a slip of the pen. A word of three letters is another word if it
// differs at all: min and max.
func misspelling(a, b []string) int {
	if len(a) != len(b) {
		return 0
	}
	total, length := 0, 0
	for i := range a {
		length += len(a[i])
		if a[i] == b[i] {
			continue
		}
		if inflected(a[i], b[i]) {
			total++
			continue
		}
		if min(len(a[i]), len(b[i])) < 3 || len(a[i]) == 3 && len(b[i]) == 3 && !swapped(a[i], b[i]) {
			return 0
		}
		if total += distance(a[i], b[i]); total > 2 {
			return 0
		}
	}
	if total == 2 && length < 12 {
		return 0
	}
	return total
}

// inflected reports whether two words are forms of one: checkpoint, checkpoints and
// checkpointing.
func inflected(a, b string) bool {
	return stem(a) == stem(b) && len(stem(a)) > 3
}

func stem(word string) string {
	for _, tail := range []string{"ing", "ed", "es", "s"} {
		if before, ok := strings.CutSuffix(word, tail); ok {
			return before
		}
	}
	return word
}

func swapped(a, b string) bool {
	return slices.Equal(slices.Sorted(slices.Values([]byte(a))), slices.Sorted(slices.Values([]byte(b))))
}

// vocabulary reports whether the words in which two names differ are all words of other
// names too, and so another thing and no misspelling. A plural is none.
func vocabulary(names iter.Seq[string], written, name []string) bool {
	for i, w := range written {
		if w == name[i] || inflected(w, name[i]) {
			continue
		}
		found := false
		for n := range names {
			if strings.Contains(n, w) && slices.Contains(wordsOf(n), w) {
				found = true
				break
			}
		}
		if found {
			return true
		}
	}
	return false
}

// Misspelt reports whether two names are so alike that one of them is likely meant by both: the
// same words with other separators, or with a letter or two that differ. Numbers tell
// things apart, and short words.
func Misspelt(a, b string) bool {
	if len(a) > longest || len(b) > longest || abs(len(a)-len(b)) > 2 || digits(a) != digits(b) {
		return false
	}
	one, other := wordsOf(a), wordsOf(b)
	return strings.Join(one, "") == strings.Join(other, "") || misspelling(one, other) > 0
}

// digits are those of a name, in order.
func digits(name string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, name)
}

// distance is the number of letters that are added, left out, changed or exchanged with
// their neighbour (Damerau and Levenshtein, optimal string alignment); 3 stands for more.
func distance(a, b string) int {
	if abs(len(a)-len(b)) > 2 {
		return 3
	}
	var rows [3][longest + 16]int
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > 2 {
			return 3
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], 3)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

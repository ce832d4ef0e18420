package catalog

import "sync"

// TableFactory is what makes a connector or a format of Flink's tables and refuses options
// that it does not have.
type TableFactory struct {
	// Of says on whose version its options depend: model.OfFlink, model.OfKafkaConnector ...
	Of      string
	options map[string][]span
	first   []int // release whose options were read
}

// span is a range of versions; nil ends are open.
type span struct{ from, to []int }

// TableConnector returns the factory of a connector by the name that tables give it, nil if the
// catalog does not have all of its options.
func TableConnector(name string) *TableFactory { return tableFactories()["connector\t"+name] }

// TableFormat returns the factory of a format. Its options begin with its name.
func TableFormat(name string) *TableFactory { return tableFactories()["format\t"+name] }

// Has reports whether the factory reads an option in a version; for nil, in any. Nothing is
// denied to the versions before the first whose options were read.
func (t *TableFactory) Has(option string, version []int) bool {
	if version != nil && Compare(version, t.first) < 0 {
		return true
	}
	for _, s := range t.options[option] {
		if version == nil || Within(version, s.from, s.to) {
			return true
		}
	}
	for i, c := range option { // of a map, whose entries users name
		if c == '.' && t.options[option[:i+1]] != nil {
			return true
		}
	}
	return false
}

// tableFactories are by what they make and its name. The lines of the data are factory,
// identifier, option, of, from, to.
var tableFactories = sync.OnceValue(func() map[string]*TableFactory {
	m := map[string]*TableFactory{}
	for f := range records("data/tables.tsv", 6) {
		name := f[0] + "\t" + f[1]
		t := m[name]
		if t == nil {
			t = &TableFactory{Of: f[3], options: map[string][]span{}}
			m[name] = t
		}
		s := span{mustVersion(f[4]), mustVersion(f[5])}
		t.options[f[2]] = append(t.options[f[2]], s)
		if t.first == nil || Compare(s.from, t.first) < 0 {
			t.first = s.from
		}
	}
	return m
})

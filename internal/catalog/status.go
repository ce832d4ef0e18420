package catalog

import "slices"

// NotYetIn reports whether a version is older than the key.
func (k *Key) NotYetIn(version []int) bool {
	return len(version) > 0 && !Within(version, k.facts[0].from, nil)
}

// GoneSince returns the first version without the key, as seen from a version that no
// longer has it; nil if the version has it or is older than it.
func (k *Key) GoneSince(version []int) []int {
	if len(version) == 0 || k.Exists(version) {
		return nil
	}
	for i := len(k.facts) - 1; i >= 0; i-- {
		if to := k.facts[i].to; to != nil && Within(version, to, nil) {
			return k.successor(to)
		}
	}
	return nil
}

// NamedUntil returns the last version that knows the key by that name, nil if the newest
// does.
func (k *Key) NamedUntil(name string) []int {
	for _, n := range k.names {
		if n.name == name {
			return n.to
		}
	}
	return nil
}

// Lives returns the versions at which the key, or its right to be used without a warning,
// comes and goes, ascending.
func (k *Key) Lives() [][]int {
	var at [][]int
	for i := range k.facts {
		f := &k.facts[i]
		if f.from != nil {
			at = append(at, f.from)
		}
		if next := k.successor(f.to); next != nil {
			at = append(at, next)
		}
	}
	for _, n := range k.names {
		if n.from != nil {
			at = append(at, n.from)
		}
		if next := k.successor(n.to); next != nil {
			at = append(at, next)
		}
	}
	return at
}

// DeprecatedIn reports whether a version has the key and marks it as deprecated: the
// @Deprecated constants of Kafka, the deprecated options of Flink, and what librdkafka's
// list calls so.
func (k *Key) DeprecatedIn(version []int) bool {
	f := k.at(version)
	return f != nil && f.deprecated
}

// NameDeprecatedIn reports whether a version knows the key by that name and deprecates it:
// ConfigOption.withDeprecatedKeys of Flink, whose clusters write a warning to their log
// (Configuration.logDeprecated). current is the name to write there, "" if the version has none
// that it does not deprecate.
func (k *Key) NameDeprecatedIn(name string, version []int) (current string, deprecated bool) {
	i := slices.IndexFunc(k.names, func(n naming) bool { return n.name == name })
	if i < 0 || !k.names[i].deprecatedIn(version) {
		return "", false
	}
	if k.Named(k.Name, version) {
		return k.Name, true
	}
	for _, n := range slices.Backward(k.names) {
		if Within(version, n.from, n.to) && !n.deprecatedIn(version) {
			return n.name, true
		}
	}
	return "", true
}

func (n naming) deprecatedIn(version []int) bool {
	return n.since != nil && Within(version, n.since, n.to)
}

// Required reports whether the construction of a client fails in a version if the key is
// not set (ConfigDef.NO_DEFAULT_VALUE, ConfigOption.noDefaultValue of a required option).
func (k *Key) Required(version []int) bool {
	f := k.at(version)
	return f != nil && f.demands("required")
}

// Successor returns the key that does the work of one that is deprecated or gone, "" if
// none does.
func (k *Key) Successor() string { return k.replacement }

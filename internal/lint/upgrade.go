package lint

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/policy"
	"github.com/kcfglint/kcfglint/internal/resolve"
	"github.com/kcfglint/kcfglint/rules"
)

// Upgrade is from which versions to which ones the software goes, by what they are of:
// model.OfClient (of the Java client), model.OfFlink ... They count before what files say.
type Upgrade struct {
	// From may lack what To has: then the version that a component is known to have counts.
	From, To map[string]model.Version
}

// upgrade finds what an upgrade changes: findings of the new versions that the old ones do
// not have, or not as grave, and defaults that are not the same.
func (r *run) upgrade(ctx context.Context) error {
	all, own := r.components()
	if len(own) == 0 {
		return nil
	}
	before, after := make([]map[string]model.Version, len(all)), make([]map[string]model.Version, len(all))
	for i, c := range all {
		before[i], after[i] = r.Upgrade.versions(c)
	}
	under := func(versions []map[string]model.Version) {
		for i, c := range all {
			c.Versions = versions[i]
		}
	}
	r.result.Unplaced = r.Upgrade.unplaced(own)
	under(after)
	engine, err := policy.New(ctx, r.rules.rego, all)
	if err != nil {
		return err
	}
	r.findings = r.ask(ctx, engine, all, own)
	under(before)
	r.findings = added(r.findings, r.ask(ctx, engine, all, own))
	under(after)
	keys, err := guardedKeys()
	if err != nil {
		return err
	}
	for i, c := range all {
		r.findings = append(r.findings, changedDefaults(c, keys[c.Kind], before[i], after[i])...)
	}
	return nil
}

// versions returns those of a component before and after the upgrade; they are the same if
// it has no part in it.
func (u *Upgrade) versions(c *model.Component) (before, after map[string]model.Version) {
	before, after = maps.Clone(c.Versions), maps.Clone(c.Versions)
	for of, to := range u.To {
		if foreign(c) {
			continue
		}
		from, given := u.From[of]
		if known, ok := c.Versions[of]; !given && ok && !known.Assumed && catalog.Compare(known.Number, to.Number) < 0 {
			from, given = known, true
		}
		if given {
			to.From = from.Number
			before[of], after[of] = from, to
		}
	}
	return before, after
}

// foreign reports whether a component is a client other than Kafka's own, which has
// releases of its own.
func foreign(c *model.Component) bool {
	return resolve.Software(c) == model.OfClient && c.Client != model.ClientJava
}

// unplaced counts the components that the upgrade is about and whose version before it
// nothing tells.
func (u *Upgrade) unplaced(all []*model.Component) int {
	n := 0
	for _, c := range all {
		of := resolve.Software(c)
		_, about := u.To[of]
		_, given := u.From[of]
		if about && !given && !foreign(c) && (c.Versions[of].Assumed || c.Versions[of].Number == nil) {
			n++
		}
	}
	return n
}

// added returns the findings that are not among earlier ones, or graver than there.
func added(findings, earlier []finding.Finding) []finding.Finding {
	type id struct{ rule, component, key string }
	idOf := func(f *finding.Finding) id { return id{f.Rule, f.Component.ID, f.Key} }
	had := make(map[id]finding.Severity, len(earlier))
	for i := range earlier {
		f := &earlier[i]
		had[idOf(f)] = max(had[idOf(f)], f.Severity)
	}
	return slices.DeleteFunc(findings, func(f finding.Finding) bool { return had[idOf(&f)] >= f.Severity })
}

// guardedKeys are, by kind, the keys that some rule names: those that matter for safety.
func guardedKeys() (map[model.Kind][]string, error) {
	all, err := rules.All()
	if err != nil {
		return nil, err
	}
	keys := make(map[model.Kind][]string)
	for _, r := range all {
		for _, kind := range r.Kinds {
			keys[kind] = append(keys[kind], r.Keys...)
		}
	}
	for kind := range keys {
		slices.Sort(keys[kind])
		keys[kind] = slices.Compact(keys[kind])
	}
	return keys, nil
}

// changedDefaults reports the keys that are not written and whose default is another one
// after the upgrade.
func changedDefaults(c *model.Component, keys []string, before, after map[string]model.Version) []finding.Finding {
	var findings []finding.Finding
	for _, key := range keys {
		old, now := resolve.Key(c, key, before), resolve.Key(c, key, after)
		if old.State != model.Default || now.State != model.Default || old.Value == nil || now.Value == nil || old.Value == now.Value {
			continue
		}
		of := versionOf(c, key)
		findings = append(findings, policy.About(&changedDefault, c, after, key, fmt.Sprintf(
			"%s is not set, and its default changes from %q in %s %s to %q in %s, so that the same file means something else; set the value that is meant",
			key, fmt.Sprint(old.Value), product(of), catalog.Format(before[of].Number), fmt.Sprint(now.Value), catalog.Format(after[of].Number))))
	}
	return findings
}

// versionOf returns of what the version decides on the default of a key.
func versionOf(c *model.Component, key string) string {
	if entry := resolve.Entry(c, key); entry != nil && entry.Of != "" {
		return entry.Of
	}
	return resolve.Software(c)
}

// product returns the name under which software is released.
func product(of string) string {
	if of == model.OfFlink {
		return "Flink"
	}
	return "Kafka"
}

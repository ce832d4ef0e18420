package parse

import (
	"path"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// snapshot reads a FlinkStateSnapshot (FlinkStateSnapshotSpec): its fields as settings
// (savepoint.path), and what it is of. It inherits the configuration of the job that it names,
// where its savepoint goes if no path is said.
func (r *flinkResource) snapshot() {
	name := r.root.At("metadata", "name")
	span := r.root.Get("kind").Span
	if isSet(name) {
		span = name.Span
	}
	r.c = r.out.Component(model.FlinkSnapshot, stateSnapshot+"/"+name.Str(), name.Str(), span)
	savepoint, checkpoint, job := r.spec.Entry("savepoint"), r.spec.Entry("checkpoint"), r.spec.Entry("jobReference")
	for _, part := range []struct {
		fact string
		e    *syntax.Entry
	}{{"@snapshot.savepoint", savepoint}, {"@snapshot.checkpoint", checkpoint}, {"@snapshot.job", job}} {
		switch {
		case part.e == nil || part.e.Value.Tag == syntax.Null: // the API server takes null for absent
		case part.e.Value.IsMap():
			putFact(r.c, part.fact, "true", part.e.Key.Span)
			r.fields(part.e.Key.Text+".", part.e.Value)
		default: // filled in by something else
			r.c.Complete = atMost(r.c.Complete, model.Partial)
		}
	}
	r.fields("", r.spec)
	if r.isSnapshotPatch() {
		r.c.Complete = atMost(r.c.Complete, model.Partial)
	}
	r.c.Adrift = true // of a job that is not known
	if name := r.spec.At("jobReference", "name").Str(); name != "" && !isPlaceholder(name) {
		r.c.Parent = r.spec.At("jobReference", "kind").Str() + "/" + name
	}
}

// fields adds the scalars of a part of the spec.
func (r *flinkResource) fields(prefix string, n *syntax.Node) {
	if !n.IsMap() {
		return
	}
	for _, e := range mergedFirst(n) {
		if e.Value.IsScalar() && e.Value.Tag != syntax.Null {
			r.put(prefix+e.Key.Text, &e)
		}
	}
}

// isSnapshotPatch reports whether a FlinkStateSnapshot may be a part of one only: neither what
// is taken nor of which job is said, or the file is one of an overlay.
func (r *flinkResource) isSnapshotPatch() bool {
	if r.spec.Get("savepoint") == nil && r.spec.Get("checkpoint") == nil && r.spec.Get("jobReference") == nil {
		return true
	}
	return strings.Contains("/"+r.c.File, "/overlays/") || strings.Contains(path.Base(r.c.File), "patch")
}

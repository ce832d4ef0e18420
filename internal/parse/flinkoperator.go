package parse

import (
	"fmt"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// flinkOperatorDialect reads the resources of the Flink Kubernetes operator, and those of
// Confluent Manager for Apache Flink, which have the same specification within.
var flinkOperatorDialect = Dialect{
	Name:     "flink-operator",
	Grammars: []Grammar{YAML, JSON},
	Words:    []string{"flink.apache.org", "confluent.io"},
	Match:    func(d *Document) bool { return len(flinkResources(d.Root)) > 0 },
	Read: func(d *Document, out *Output) {
		for _, root := range flinkResources(d.Root) {
			r := flinkResource{root: root, spec: root.Get("spec"), out: out}
			switch root.Get("kind").Str() {
			case blueGreen:
				r.spec = root.At("spec", "template", "spec")
			case confluentEnvironment:
				r.spec = root.At("spec", "flinkApplicationDefaults", "spec")
			case confluentPool:
				r.spec = root.At("spec", "clusterSpec")
			case confluentStatement:
				r.statement()
				continue
			case stateSnapshot:
				r.snapshot()
				continue
			}
			r.read(d.Template)
		}
	},
}

// flinkResources returns the operator's resources of a manifest: itself, or the items of
// a List.
func flinkResources(root *syntax.Node) []*syntax.Node {
	if root.Get("kind").Str() == "List" {
		return slices.DeleteFunc(slices.Clone(items(root.Get("items"))), func(n *syntax.Node) bool { return !isFlinkResource(n) })
	}
	if isFlinkResource(root) {
		return []*syntax.Node{root}
	}
	return nil
}

func isFlinkResource(root *syntax.Node) bool {
	group, _, _ := strings.Cut(root.Get("apiVersion").Str(), "/")
	switch kind := root.Get("kind").Str(); group {
	case "flink.apache.org":
		return kind == "FlinkDeployment" || kind == "FlinkSessionJob" || kind == blueGreen || kind == stateSnapshot
	case "cmf.confluent.io", "platform.confluent.io":
		return kind == "FlinkApplication" || kind == confluentStatement ||
			kind == confluentEnvironment && root.At("spec", "flinkApplicationDefaults", "spec").IsMap() ||
			kind == confluentPool && root.At("spec", "clusterSpec").IsMap()
	}
	return false
}

// The kinds of Confluent Manager for Apache Flink whose specification lies elsewhere.
const (
	confluentEnvironment = "FlinkEnvironment"
	confluentPool        = "ComputePool"
	confluentStatement   = "FlinkStatement"
)

// blueGreen is the kind whose template is the spec of the two FlinkDeployments that the
// operator makes of it (FlinkBlueGreenDeploymentSpec, operator 1.14).
const blueGreen = "FlinkBlueGreenDeployment"

// stateSnapshot is the kind of a savepoint or checkpoint that is asked for (operator 1.10).
const stateSnapshot = "FlinkStateSnapshot"

// flinkResource is a resource of the operator.
type flinkResource struct {
	root, spec *syntax.Node
	out        *Output
	c          *model.Component
}

func (r *flinkResource) read(template bool) {
	kind, name := r.root.Get("kind"), r.root.At("metadata", "name")
	job := r.spec.Get("job")
	component, span := model.FlinkCluster, kind.Span
	if job.IsMap() || kind.Text == "FlinkSessionJob" {
		component = model.FlinkJob
	}
	if name.IsScalar() && name.Tag != syntax.Null {
		span = name.Span
	}
	r.c = r.out.Component(component, kind.Text+"/"+name.Str(), name.Str(), span)
	r.c.CodeMaySet = true
	if !template && r.isPatch(kind.Text) {
		r.c.Complete = model.Partial
	}
	if r.managed() { // what the environment says wins
		r.c.Complete = atMost(r.c.Complete, model.Partial)
	}
	if parent := r.spec.Get("deploymentName"); kind.Text == "FlinkSessionJob" && parent.Str() != "" {
		putFact(r.c, "@session", parent.Text, parent.Span)
		if !isPlaceholder(parent.Text) {
			r.c.Parent = "FlinkDeployment/" + parent.Text
		}
	}
	r.versions()
	r.configuration()
	r.job(job)
	if replicas := r.spec.At("jobManager", "replicas"); replicas.IsScalar() && replicas.Tag != syntax.Null {
		r.put("jobManager.replicas", r.spec.Get("jobManager").Entry("replicas"))
	}
	r.volumes()
	if mode, _ := r.c.Value("execution.runtime-mode"); strings.EqualFold(mode, "BATCH") {
		putFact(r.c, "@streaming", "false", r.c.Get("execution.runtime-mode").ValueSpan)
	}
}

// isPatch reports whether something is missing that every resource must have, so that
// this is but a part of one, as in an overlay (DefaultValidator.validateFlinkVersion).
func (r *flinkResource) isPatch(kind string) bool {
	if kind == "FlinkSessionJob" {
		return r.spec.Get("deploymentName") == nil || r.spec.Get("job") == nil
	}
	return r.spec.Get("flinkVersion") == nil
}

// managed reports whether the resource is one of Confluent Manager for Apache Flink.
func (r *flinkResource) managed() bool {
	return !strings.HasPrefix(r.root.Get("apiVersion").Str(), "flink.apache.org/")
}

// statement reads a statement of Confluent Manager for Apache Flink: a script with the
// configuration of its job.
func (r *flinkResource) statement() {
	name, sql := r.root.At("metadata", "name"), r.spec.Get("statement")
	if !isSet(sql) {
		return
	}
	anchor := confluentStatement + "/" + name.Str()
	if r.spec.Get("flinkConfiguration").IsMap() {
		span := r.root.Get("kind").Span
		if isSet(name) {
			span = name.Span
		}
		r.c = r.out.Component(model.FlinkJob, anchor, name.Str(), span)
		r.c.Complete = atMost(r.c.Complete, model.Partial) // its compute pool and environment say more
		r.configuration()
	}
	r.out.Embed("statement.sql", anchor, sql.Source(), r.c, nil)
}

// versions takes the version of Flink from spec.flinkVersion, else from the tag of an
// official image.
func (r *flinkResource) versions() {
	version, image := r.spec.Get("flinkVersion"), r.spec.Get("image")
	if image.IsScalar() && image.Tag != syntax.Null {
		putFact(r.c, "@image", image.Text, image.Span)
	}
	if version.IsScalar() && version.Tag != syntax.Null {
		r.put("flinkVersion", r.spec.Entry("flinkVersion"))
		if number, err := catalog.ParseVersion(version.Text); err == nil {
			r.c.Versions[model.OfFlink] = model.Version{Number: number, Evidence: evidence("spec.flinkVersion", version)}
			return
		}
	}
	if number := flinkImageVersion(image.Str()); number != nil {
		r.c.Versions[model.OfFlink] = model.Version{Number: number, Evidence: evidence("spec.image", image)}
	}
}

func evidence(path string, n *syntax.Node) string {
	return fmt.Sprintf("%s: %s at %s:%d", path, n.Text, n.Span.File, n.Span.Start.Line)
}

// flinkImageVersion returns the version of an official image, flink:1.20.1-java17; the
// tag of any other image counts something else.
func flinkImageVersion(image string) []int {
	repository, tag, ok := strings.Cut(image[strings.LastIndexByte(image, '/')+1:], ":")
	if !ok || repository != "flink" {
		return nil
	}
	tag, _, _ = strings.Cut(tag, "@")
	tag, _, _ = strings.Cut(tag, "-")
	if number, err := catalog.ParseVersion(tag); err == nil {
		return number
	}
	return nil
}

// put adds a field of the spec as a setting: job.upgradeMode.
func (r *flinkResource) put(key string, e *syntax.Entry) {
	put(r.c, model.Setting{
		Key: key, Written: "spec." + key, Value: manifestScalar(e.Value), KeySpan: e.Key.Span, ValueSpan: e.Value.Span,
		Notation: model.Flink,
	})
}

// configuration reads spec.flinkConfiguration: flat, or nested from operator 1.13 on.
func (r *flinkResource) configuration() {
	n := r.spec.Get("flinkConfiguration")
	switch {
	case n.IsMap():
		var entries []flinkEntry
		flattenManifest(n, "", 1, &entries)
		putFlink(r.c, entries)
		if i := slices.IndexFunc(n.Entries, func(e syntax.Entry) bool { return e.Value.IsMap() || e.Value.IsSeq() }); i >= 0 {
			putFact(r.c, "@configuration.nested", n.Entries[i].Key.Text, n.Entries[i].Key.Span)
		}
	case n.IsScalar() && n.Tag != syntax.Null && r.c.Complete == model.Full:
		r.c.Complete = model.Partial // filled in by something else
	}
}

// flattenManifest flattens a tree as the operator does (ConfigObjectNode.flattenHelper):
// keys are joined with dots and the items of lists with semicolons.
func flattenManifest(n *syntax.Node, prefix string, depth int, entries *[]flinkEntry) {
	if depth > maxFlinkDepth {
		return
	}
	for _, e := range mergedFirst(n) {
		key := prefix + e.Key.Text
		switch {
		case e.Value.IsMap():
			flattenManifest(e.Value, key+".", depth+1, entries)
		case e.Value.IsSeq():
			items := make([]string, len(e.Value.Items))
			for i, item := range e.Value.Items {
				items[i] = manifestScalar(item)
			}
			*entries = append(*entries, flinkEntry{key, strings.Join(items, ";"), e.Key.Span, e.Value.Span})
		case e.Value.Tag != syntax.Null:
			*entries = append(*entries, flinkEntry{key, manifestScalar(e.Value), e.Key.Span, e.Value.Span})
		}
	}
}

// mergedFirst returns the entries of a map so that a later one overrides an earlier one.
func mergedFirst(n *syntax.Node) []syntax.Entry {
	var merged, own []syntax.Entry
	for _, e := range n.Entries {
		if e.Merged {
			merged = append(merged, e)
		} else {
			own = append(own, e)
		}
	}
	return append(merged, own...)
}

// manifestScalar returns the text of a scalar after its way through JSON, as kubectl and
// the API server take manifests: YAML 1.1 types, without its sexagesimal numbers.
func manifestScalar(n *syntax.Node) string {
	if !n.IsScalar() {
		return ""
	}
	if n.Tag != syntax.Plain || strings.Contains(n.Text, ":") || isPlaceholder(n.Text) {
		return n.Text
	}
	text, _ := yaml11(n.Text)
	return text
}

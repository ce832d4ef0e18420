package parse

import (
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// ververicaDialect reads deployments of the Ververica Platform and of Alibaba's Realtime
// Compute: one job each, and the script of those that are SQL.
var ververicaDialect = Dialect{
	Name:     "ververica",
	Grammars: []Grammar{YAML, JSON},
	Words:    []string{"artifact"},
	Match:    func(d *Document) bool { return ververicaSpec(d.Root) != nil },
	Read:     func(d *Document, out *Output) { readVerverica(d.Root, out) },
}

// ververicaSpec returns the specification of a deployment, or of a Kubernetes resource that
// stands for one, nil if it is none. Kubernetes' own Deployment has no artifact.
func ververicaSpec(root *syntax.Node) *syntax.Node {
	spec := root.Get("spec")
	switch root.Get("kind").Str() {
	case "Deployment":
	case "VpDeployment": // of the operator by FinTech Studios
		spec = spec.Get("spec")
	case "VvpDeployment": // of the platform's own operator
		spec = spec.At("deployment", "spec")
	default:
		return nil
	}
	if !spec.At("template", "spec", "artifact").IsMap() {
		return nil
	}
	return spec
}

func readVerverica(root *syntax.Node, out *Output) {
	kind, name := root.Get("kind"), root.At("metadata", "name")
	spec := ververicaSpec(root)
	template, artifact := spec.At("template", "spec"), spec.At("template", "spec", "artifact")
	span := kind.Span
	if isSet(name) {
		span = name.Span
	}
	anchor := kind.Text + "/" + name.Str()
	c := out.Component(model.FlinkJob, anchor, name.Str(), span)
	c.Complete = atMost(c.Complete, model.Partial) // deployments have defaults, which an administrator sets
	c.CodeMaySet = artifact.Get("kind").Str() != "SQLSCRIPT"
	ververicaVersion(c, spec, artifact)
	if n := template.Get("flinkConfiguration"); n.IsMap() {
		var entries []flinkEntry
		flattenManifest(n, "", 1, &entries)
		putFlink(c, entries)
	}
	for _, f := range []struct{ fact, field, key string }{
		{"@vvp.restore", "restoreStrategy", "kind"}, {"@vvp.skips-state", "restoreStrategy", "allowNonRestoredState"},
		{"@vvp.upgrade", "upgradeStrategy", "kind"},
	} {
		if e := spec.Get(f.field).Entry(f.key); e != nil && isSet(e.Value) && !isPlaceholder(e.Value.Text) {
			c.Add(model.Setting{Key: f.fact, Written: f.field + "." + f.key, Value: e.Value.Text, KeySpan: e.Key.Span, ValueSpan: e.Value.Span})
		}
	}
	for _, script := range []*syntax.Node{artifact.Get("sqlScript"), artifact.At("sqlArtifact", "sqlScript")} {
		if isSet(script) {
			out.Embed("script.sql", anchor, script.Source(), c, c.Versions)
		}
	}
}

// ververicaVersion takes Flink's version from the artifact, or from the name of an engine
// such as vvr-8.0.10-flink-1.17.
func ververicaVersion(c *model.Component, spec, artifact *syntax.Node) {
	for _, n := range []*syntax.Node{artifact.Get("flinkVersion"), artifact.Get("versionName"), spec.Get("engineVersion")} {
		if !isSet(n) {
			continue
		}
		text := n.Text
		if _, flink, ok := strings.Cut(text, "flink-"); ok {
			text = flink
		}
		if number, err := catalog.ParseVersion(text); err == nil && len(number) > 1 {
			c.Versions[model.OfFlink] = model.Version{Number: number, Evidence: evidence("version of the engine", n)}
			return
		}
	}
}

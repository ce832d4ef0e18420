package parse

import (
	"path"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// FLINK_PROPERTIES may come from a ConfigMap: all its entries (envFrom.configMapRef) or one
// of them (env.valueFrom.configMapKeyRef). It is the text that the start script takes apart,
// whatever it looks like, and no file.

// mapKey names an entry of a ConfigMap.
type mapKey struct{ name, key string }

// containers returns those of a resource's pods, with what ConfigMaps of the same stream give
// them of FLINK_PROPERTIES.
func (d *Document) containers() []container {
	all := podContainers(d.Root)
	for i := range all {
		all[i].fromConfigMap(d.beside)
	}
	return all
}

// fromConfigMap looks for FLINK_PROPERTIES where Kubernetes does: a variable counts before
// what comes from envFrom, and there the last one does.
func (c *container) fromConfigMap(s *yamlStream) {
	if v := c.variable(flinkProperties); v != nil {
		if n, inView := s.entry(v.ref); n != nil {
			v.value, v.valueSpan, v.unknown, v.node = n.Text, n.Span, false, n
		} else if !inView && v.ref.key == flinkProperties {
			c.outside = &envSource{v.ref, v.nameSpan}
		}
		return
	}
	c.envInView = len(c.envFrom) > 0
	for i := len(c.envFrom) - 1; i >= 0; i-- {
		source := &c.envFrom[i]
		n, inView := s.entry(source.ref)
		switch {
		case !inView:
			c.envInView = false
			if c.outside == nil && source.ref.key == flinkProperties {
				c.outside = source
			}
		case n != nil && c.variable(flinkProperties) == nil: // what is not in view, and comes later, may have it, too
			c.env = append(c.env, variable{name: flinkProperties, nameSpan: source.span, value: n.Text, valueSpan: n.Span, node: n,
				unknown: !c.envInView})
		}
	}
}

// entry returns an entry of a ConfigMap of the stream, nil if there is none, and whether the
// ConfigMap is in view.
func (s *yamlStream) entry(ref mapKey) (n *syntax.Node, inView bool) {
	if s == nil || ref.name == "" {
		return nil, false
	}
	if s.configMaps == nil {
		s.configMaps = make(map[string]*syntax.Node)
		for _, resource := range s.resources() {
			if name := resource.At("metadata", "name").Str(); resource.Get("kind").Str() == "ConfigMap" && name != "" {
				s.configMaps[name] = resource
			}
		}
	}
	resource, inView := s.configMaps[ref.name]
	if n = resource.At("data", ref.key); !isSet(n) {
		n = nil
	}
	return n, inView
}

// resources are the documents of the stream and the items of lists.
func (s *yamlStream) resources() []*syntax.Node {
	var all []*syntax.Node
	for _, d := range s.documents {
		all = append(append(all, d.Root), items(d.Root.Get("items"))...)
	}
	return all
}

// isFlinkEnv reports whether a container of the stream takes an entry of a ConfigMap for its
// FLINK_PROPERTIES: it is read there.
func (s *yamlStream) isFlinkEnv(n *syntax.Node) bool {
	if s == nil {
		return false
	}
	if s.flinkTexts == nil {
		s.flinkTexts = make(map[*syntax.Node]bool)
		for _, resource := range s.resources() {
			for _, c := range (&Document{Root: resource, beside: s}).containers() {
				if v := c.variable(flinkProperties); v != nil && !v.unknown {
					s.flinkTexts[v.node] = true
				}
			}
		}
	}
	return s.flinkTexts[n]
}

// outsideEnv is the variable of a container of Flink's that comes from a ConfigMap of another
// file, or perhaps does, nil if there is none.
func (f *flinkContainer) outsideEnv() *variable {
	if f.outside == nil || f.call.program == flinkClient {
		return nil
	}
	return &variable{name: flinkProperties, nameSpan: f.outside.span, unknown: true}
}

// inheritEnv lets a cluster have what a ConfigMap of another file gives it.
func (f *flinkContainer) inheritEnv(c *model.Component) {
	if f.outside != nil {
		c.Parent = path.Join("ConfigMap", f.outside.ref.name, flinkProperties)
	}
}

// flinkEnv reads an entry that is called FLINK_PROPERTIES, of which no container in the same
// file says which version reads it: what all of them make of it.
func (w *wrapper) flinkEnv(e syntax.Entry) {
	src := e.Value.Source()
	if !w.out.takes(src) {
		return
	}
	c := w.out.Component(model.FlinkCluster, w.anchor(e.Key.Text), w.name, e.Key.Span)
	c.CodeMaySet, c.Complete = true, atMost(c.Complete, model.Partial)
	text := readFlinkEnv(src, false)
	text.fill(c, anyEnvReader, nil, func(string) bool { return false })
	w.out.result.Comments = append(w.out.result.Comments, text.untold(anyEnvReader)...)
	putFact(c, "@file", flinkProperties, e.Key.Span)
}

package syntax

import "gopkg.in/yaml.v3"

// alias returns what an alias stands for. The copy is shallow: children are shared.
func (r *yamlReader) alias(n *yaml.Node, depth int) built {
	at := r.offset(n.Line, n.Column)
	x := extent{at, min(at+1+len(n.Value), r.chunk.end)}
	b, ok := r.anchors[n.Alias]
	switch {
	case !ok:
		r.fail(x, "alias within the node that it refers to")
		return r.null(extent{x.end, x.end})
	case depth+b.height > maxTreeDepth:
		r.fail(x, "nested deeper than %d levels", maxTreeDepth)
		return r.null(extent{x.end, x.end})
	case !r.count(b.size, x):
		return r.null(extent{x.end, x.end})
	}
	node := *b.node
	node.Alias = r.span(x)
	return built{node: &node, at: x, size: b.size, height: b.height}
}

// count takes note of nodes that are there once more, and reports whether they may be.
func (r *yamlReader) count(size int, x extent) bool {
	if r.aliased > maxAliasNodes {
		return false
	}
	if r.aliased += size; r.aliased > maxAliasNodes {
		r.fail(x, "aliases stand for more than %d nodes", maxAliasNodes)
		return false
	}
	return true
}

// merge adds the entries of a merge key's value that nothing before overrides
// (https://yaml.org/type/merge.html): a map, or a list of maps of which the first counts.
func (r *yamlReader) merge(b *built, value built, seen map[string]bool) {
	maps := []*Node{value.node}
	if value.node.Kind == SeqNode {
		maps = value.node.Items
	}
	for _, m := range maps {
		if m.Kind != MapNode {
			r.fail(value.at, "merge key whose value is no map")
			return
		}
		own := make(map[string]int, len(m.Entries)) // key -> where it is among b's entries
		for _, e := range m.Entries {
			i, again := own[e.Key.Text]
			switch {
			case again && !e.Merged:
				b.node.Entries[i].Key, b.node.Entries[i].Value = e.Key, e.Value
			case !again && !seen[e.Key.Text]:
				own[e.Key.Text] = len(b.node.Entries)
				b.node.Entries = append(b.node.Entries, Entry{Key: e.Key, Value: e.Value, Merged: true})
			}
		}
		for key := range own {
			seen[key] = true
		}
	}
}

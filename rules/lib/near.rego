# METADATA
# scope: package
# description: |
#   Which of several components a component may meet: one on its cluster, or else one on a cluster that is not known. The
#   tables are made by comprehensions, as OPA compares each entry of a partial rule with all those before it.
# schemas:
# - input: schema.project
package kcfglint.lib.near

# first is the first of some components on each cluster.
first(ids) := object.union_n([{input.components[id].cluster: id} | some id in array.reverse(sort(ids))])

# pick takes one from a table of components by cluster.
pick(table, cluster) := table[cluster] if cluster != ""

pick(table, cluster) := table[""] if {
	cluster != ""
	not table[cluster]
}

pick(table, "") := min({id | some id in table})

# meet: an unknown cluster may be the same.
meet(cluster, cluster)

meet("", cluster) if cluster != ""

meet(cluster, "") if cluster != ""

# peers: by component, another one that it may meet. Two of each cluster stand for all of it.
peers(ids) := {id: [other | some other in others; other != id][0] |
	clusters := parts([[id, id] | some id in ids])
	unknown := two(object.get(clusters, "", {}))
	anywhere := two(ids)
	some cluster, members in clusters
	others := {true: anywhere, false: array.concat(two(members), unknown)}[cluster == ""]
	some id in members
}

two(ids) := array.slice(sort([id | some id in ids]), 0, 2)

# parts is the first component of each part on each cluster, of pairs of a part and a component.
parts(members) := object.union_n([{input.components[id].cluster: {part: id}} | some [part, id] in array.reverse(sort(members))])

# around are the components of a table of parts that those of a cluster may meet, in order: one of each part.
around(clusters, cluster) := sort([id | some id in object.union(object.get(clusters, "", {}), clusters[cluster])])

# spouse is the component besides id of the first and the last of several in order: two of
# them stand for all.
spouse(ids, id) := ids[0] if id != ids[0]

spouse(ids, id) := ids[count(ids) - 1] if {
	id == ids[0]
	count(ids) > 1
}

# module is where an application is built, if its configuration is part of it: what lies elsewhere may be the same
# application, deployed.
module(file) := parts[0] if {
	parts := split(file, "src/main/")
	count(parts) == 2
}

# place says where a component is.
place(component) := sprintf("%s in %s", [component.name, component.file]) if component.name != ""

place(component) := component.file if component.name == ""

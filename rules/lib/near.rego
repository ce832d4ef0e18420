# Which of several components a component may meet: one on its cluster, or else one on a
# cluster that is not known.
package kcfglint.lib.near

# pick takes one from a table of components by cluster.
pick(table, cluster) := table[cluster] if cluster != ""

pick(table, cluster) := table[""] if {
	cluster != ""
	not table[cluster]
}

pick(table, "") := min({id | some id in table})

# other takes a component besides id from a table of lists by cluster, which are sorted
# and hold two each.
other(table, cluster, id) := found[0] if {
	cluster != ""
	found := [o | some o in array.concat(object.get(table, cluster, []), object.get(table, "", [])); o != id]
}

other(table, "", id) := found[0] if {
	found := sort([o | some list in table; some o in list; o != id])
}

# place says where a component is.
place(component) := sprintf("%s in %s", [component.name, component.file]) if component.name != ""

place(component) := component.file if component.name == ""

# spouse is the component besides id of the first and the last of several: two of them
# stand for all.
spouse(low, _, id) := low if id != low

spouse(low, high, id) := high if {
	id == low
	high != low
}

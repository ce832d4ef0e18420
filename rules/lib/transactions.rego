# METADATA
# scope: package
# description: Which topics are written in transactions, and by whom.
# schemas:
# - input: schema.project
package kcfglint.lib.transactions

import data.kcfglint.lib.near

# exposed: by consumer that reads uncommitted, the first of such topics that it reads.
exposed := object.union_n([{id: topic} |
	some topic in array.reverse(sort(object.keys(first)))
	some id in input.joins.consumers[topic]
	input.components[id].values["isolation.level"] == "read_uncommitted"
	origin(topic, input.components[id].cluster)
])

# origin is a writer of the topic that a consumer of the cluster may read.
origin(topic, cluster) := near.pick(first[topic], cluster)

# first: by topic, the first such writer of each cluster.
first := {topic: near.first(ids) | some topic, ids in input.joins.transactions}

evidence(id) := "@transactional" if input.components[id].values["@transactional"] == true

evidence(id) := "transactional.id" if not input.components[id].values["@transactional"] == true

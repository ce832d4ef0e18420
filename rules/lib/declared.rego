# METADATA
# scope: package
# description: Where topics are declared.
# schemas:
# - input: schema.project
package kcfglint.lib.declared

import data.kcfglint.lib.near

# topics are the declarations of each topic that something else in view uses.
topics := input.joins.declarations

# first is the first declaration of a topic on each cluster.
first(topic) := near.first(topics[topic])

# METADATA
# scope: package
# description: Where topics are declared.
# schemas:
# - input: schema.project
package kcfglint.lib.declared

# topics are the declarations of each topic that something else in view uses.
topics := input.joins.declarations

# METADATA
# description: The input of a rule is one component.
# scope: subpackages
# schemas:
# - input: schema.component
package kcfglint

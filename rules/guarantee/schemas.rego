# METADATA
# description: The input is a component with what there is to know around it.
# scope: subpackages
# schemas:
# - input: schema.guarantee
package kcfglint.guarantee

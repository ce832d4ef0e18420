# METADATA
# description: The input of these rules is the project.
# scope: subpackages
# schemas:
# - input: schema.project
package kcfglint.rules.project

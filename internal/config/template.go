package config

import _ "embed"

// Template is the text of a new configuration file: the defaults, and what can be set as
// comments.
//
//go:embed template.yaml
var Template string

# Whether the loss of single records is accepted for the data of a component.
package kcfglint.lib.loss

# The data class is declared, by path or in the file.
tolerated if input.data_class in {"metrics", "logs", "cache"}

tolerated if expendable(input.name)

tolerated if {
	input.links.topics != []
	every topic in input.links.topics { expendable(topic) }
}

# expendable holds for a name that says, as a whole word, that it is about metrics,
# telemetry, logs, traces or clicks. An audit log or an event log is not expendable.
expendable(name) if {
	regex.match(`(?:^|[^A-Za-z])(?i:metrics?|telemetry|logs?|traces?|clicks?|clickstream)(?:[^A-Za-z]|$)|[a-z](?:Metrics?|Telemetry|Logs?|Traces?|Clicks?)(?:[^a-z]|$)`, name)
	not regex.match(`(?i)(?:audit|event|transaction|commit|change)[-_. ]?logs?`, name)
}

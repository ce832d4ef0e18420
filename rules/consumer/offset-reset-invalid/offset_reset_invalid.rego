# METADATA
# title: auto.offset.reset has a value that the client refuses
# description: |
#   Java clients take latest, earliest and none in lower case, and from 4.0 on by_duration: with an ISO-8601 duration
#   that is not negative, such as by_duration:P7D. smallest and largest are of the old Scala client and of librdkafka,
#   which in turn has error where Java has none. The consumer refuses to start.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_auto.offset.reset
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-1106%3A+Add+duration+based+offset+reset+option+for+consumer+clients
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# custom:
#   id: KC009
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [consumer]
#   supersedes: [KM006]
#   remediation: Set auto.offset.reset=earliest.
#   versions: ["4.0"]
#   since: "0.1.0"
package kcfglint.rules.consumer.offset_reset_invalid

import data.kcfglint.lib.group

report contains finding if {
	input.client.name == "java"
	not value in {"latest", "earliest", "none"}
	not startswith(value, "by_duration:")
	finding := {
		"at": "auto.offset.reset",
		"message": $`auto.offset.reset="{value}": the consumer refuses to start, as it takes latest, earliest and none in lower case; set {mend}`,
	}
}

report contains finding if {
	input.client.name == "java"
	startswith(value, "by_duration:")
	input.versions.client.version < [4, 0]
	finding := {
		"at": "auto.offset.reset",
		"message": $`auto.offset.reset="{value}": clients before 4.0 know no by_duration and refuse to start; set earliest`,
	}
}

report contains malformed if {
	input.client.name == "java"
	startswith(value, "by_duration:")
	not accepted
	input.versions.client.version >= [4, 0]
}

report contains finding if {
	input.client.name == "librdkafka"
	not lower(value) in {"smallest", "earliest", "beginning", "largest", "latest", "end", "error"}
	finding := {
		"at": "auto.offset.reset",
		"message": $`auto.offset.reset="{value}": librdkafka takes earliest, latest and error, and refuses to start; set {mend}`,
	}
}

# Flink takes any case and replaces the value by what its startup mode asks for.
value := trim_space(input.settings["auto.offset.reset"].value) if {
	input.owner != "flink"
	not group.never
	input.state["auto.offset.reset"] in {"explicit", "inherited", "invalid"}
}

# java.time.Duration.parse: each part has its own sign, and so has the whole; what counts is
# the sum, which has to fit into 64 bits of seconds.
accepted if {
	duration := substring(value, count("by_duration:"), -1)
	[[_, sign, days, clock, hours, minutes, seconds, fraction]] := regex.find_all_string_submatch_n(
		`(?i)^([-+]?)P(?:([-+]?\d+)D)?(T(?:([-+]?\d+)H)?(?:([-+]?\d+)M)?(?:([-+]?\d+)(?:[.,](\d{0,9}))?S)?)?$`,
		duration, 1,
	)
	concat("", [days, hours, minutes, seconds]) != ""
	upper(clock) != "T"
	parts := [number(days) * 86400, number(hours) * 3600, number(minutes) * 60, number(seconds)]
	every part in parts { abs(part) < 9223372036854775808 }
	total := (sum(parts) * 1000000000) + (direction(seconds) * number(substring($`{fraction}000000000`, 0, 9)))
	total * direction(sign) >= 0
	abs(total) < 9223372036854775808 * 1000000000
}

number(digits) := to_number(regex.replace(digits, `^\+?(-?)0*(\d)`, "$1$2")) if digits != ""

number("") := 0

direction(signed) := -1 if startswith(signed, "-")

direction(signed) := 1 if not startswith(signed, "-")

malformed := {
	"at": "auto.offset.reset",
	"message": $`auto.offset.reset="{value}": what follows by_duration: must be an ISO-8601 duration that is not negative, or the consumer refuses to start; write by_duration:P7D`,
}

default mend := "earliest"

mend := "latest" if lower(value) in {"latest", "largest", "end"}

mend := "error" if lower(value) == "none"

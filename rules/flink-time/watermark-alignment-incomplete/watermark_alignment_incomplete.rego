# METADATA
# title: the alignment of watermarks is not in force
# description: |
#   Alignment pauses a partition whose watermark runs ahead, so that windows and joins need not keep what it brings too
#   early. It needs both scan.watermark.alignment.group and scan.watermark.alignment.max-drift: with one of them Flink
#   aligns nothing and says nothing. With pipeline.watermark-alignment.allow-unaligned-source-splits=true it does not hold
#   back partitions one by one where a source cannot pause them.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/datastream/event-time/generating_watermarks/#watermark-alignment
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#source-per-partition-watermarks
# custom:
#   id: FW011
#   severities: [info]
#   confidence: certain
#   consequence: stall
#   kinds: [flink-cluster, flink-job, flink-table]
#   remediation: Set both scan.watermark.alignment.group and scan.watermark.alignment.max-drift.
#   since: "0.2.0"
package kcfglint.rules.flink_time.watermark_alignment_incomplete

# WatermarkParams.alignWatermarkEnabled
report contains half("scan.watermark.alignment.group", input.settings["scan.watermark.alignment.group"].value, "scan.watermark.alignment.max-drift") if {
	input.state["scan.watermark.alignment.group"] == "explicit"
	input.state["scan.watermark.alignment.max-drift"] == "absent"
}

report contains half("scan.watermark.alignment.max-drift", input.settings["scan.watermark.alignment.max-drift"].value, "scan.watermark.alignment.group") if {
	input.state["scan.watermark.alignment.max-drift"] == "explicit"
	input.state["scan.watermark.alignment.group"] == "absent"
}

report contains finding if {
	input.values["pipeline.watermark-alignment.allow-unaligned-source-splits"] == true
	input.state["pipeline.watermark-alignment.allow-unaligned-source-splits"] == "explicit"
	finding := {
		"at": "pipeline.watermark-alignment.allow-unaligned-source-splits",
		"message": "pipeline.watermark-alignment.allow-unaligned-source-splits=\"true\": partitions that a source cannot pause one by one run ahead of the others; remove it for sources that can, such as Kafka",
	}
}

half(written, value, other) := {
	"at": written,
	"message": sprintf("%s=%q without %s: watermarks are not aligned; set both", [written, value, other]),
}

# METADATA
# title: a pipeline of Flink CDC has no such option
# description: |
#   The block pipeline takes the few options that Flink CDC itself reads and passes over all others: execution.checkpointing.interval or a restart
#   strategy that stands there sets nothing, and the job runs as the cluster is configured, without checkpoints by default. A block or a list among
#   the options is refused, and from 3.6 on so are a part that a definition does not have and a key that a route or a transform does not have. Set what is Flink's in config.yaml of the cluster, or
#   hand it over when the pipeline is submitted.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-cdc-docs-stable/docs/core-concept/data-pipeline/
# - ref: https://github.com/apache/flink-cdc/blob/master/flink-cdc-common/src/main/java/org/apache/flink/cdc/common/pipeline/PipelineOptions.java
# custom:
#   id: FS025
#   severities: [warning, error]
#   confidence: likely
#   consequence: ignored
#   kinds: [flink-cdc-pipeline]
#   remediation: Set what is Flink's in config.yaml of the cluster.
#   since: "0.3.0"
package kcfglint.rules.flink_sql.cdc_yaml_unknown_key

report contains finding if {
	some key, setting in input.settings
	startswith(key, "@cdc.option.")
	finding := {
		"at": key,
		"message": sprintf("%s is no option of a pipeline: Flink CDC passes over it; %s", [setting.value, mend(setting.value)]),
	}
}

# Jackson: "Cannot deserialize value of type `java.lang.String` from Object value".
report contains finding if {
	some key, setting in input.settings
	startswith(key, "@cdc.block.")
	finding := {
		"at": key,
		"severity": "error",
		"confidence": "certain",
		"consequence": "startup-failure",
		"message": sprintf("%s is a block or a list, and the options of a pipeline are single values: Flink CDC does not start; %s", [setting.value, single(key, setting.value)]),
	}
}

# YamlPipelineDefinitionParser.validateJsonNodeKeys
report contains finding if {
	some key, setting in input.settings
	startswith(key, "@cdc.part.")
	finding := object.union(effect, {
		"at": key,
		"message": sprintf("a pipeline's definition has no part %s: %s; %s", [setting.value, consequence, mend(setting.value)]),
	})
}

report contains finding if {
	some key, setting in input.settings
	startswith(key, "@cdc.entry.")
	finding := object.union(effect, {
		"at": key,
		"message": sprintf("%s is no key of a %s: %s; remove it", [setting.value, split(key, ".")[2], consequence]),
	})
}

cdc := input.versions["flink-cdc"]

consequence := "Flink CDC passes over it, and refuses it from 3.6 on" if cdc.assumed

consequence := "Flink CDC does not start with it" if refused

consequence := "Flink CDC passes over it" if {
	not cdc.assumed
	not refused
}

effect := {"severity": "error", "confidence": "certain", "consequence": "startup-failure"} if refused

effect := {} if not refused

refused if {
	not cdc.assumed
	cdc.version >= [3, 6]
}

single(key, _) := "write one text" if regex.match(`^@cdc\.block\.(?:source|sink)\.`, key)

single(key, option) := mend(option) if not regex.match(`^@cdc\.block\.(?:source|sink)\.`, key)

mend(key) := "set it in the configuration of the Flink cluster" if flinks(key)

mend(key) := "remove it" if not flinks(key)

flinks(key) if regex.match(`(?i)^(?:flink|execution|state|restart|checkpoint|savepoint|taskmanager|jobmanager|high-availability|table\.|env\.)`, key)

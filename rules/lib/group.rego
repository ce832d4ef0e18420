# Whether a consumer belongs to a group.
package kcfglint.lib.group

# missing, of the state of group.id: it is not set, and no framework supplies one that is
# not in view (an annotation of Spring, withGroupId of Alpakka, the application.id of Streams, connect-<name>).
missing(state) if {
	state in {"absent", "default"}
	not input.owner in {"alpakka", "spring", "streams", "connect", "smallrye", "mirrormaker"}
}

# never, of the consumers with which Streams restores state and fills global tables: they
# have no group (StreamsConfig.getRestoreConsumerConfigs, getGlobalConsumerConfigs).
never if {
	input.owner == "streams"
	input.name in {"restore.consumer", "global.consumer"}
}

# METADATA
# scope: package
# description: |
#   Which protocols a broker's listeners speak. A listener without an entry in listener.security.protocol.map has the
#   protocol that it is called by, and the map names listeners that a broker need not have: the server.properties that
#   comes with Kafka maps every protocol to itself.
package kcfglint.lib.listeners

# protocols are the protocols by the names of listeners, all in upper case.
protocols := {upper(trim_space(pair[0])): upper(trim_space(pair[1])) |
	some entry in split(input.values["listener.security.protocol.map"], ",")
	pair := split(entry, ":")
	count(pair) == 2
} if input.state["listener.security.protocol.map"] in {"explicit", "inherited"}

protocols := {p: p | some p in names_of_protocols} if {
	input.state["listener.security.protocol.map"] in {"absent", "default"}
}

names_of_protocols := ["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"]

# used are the protocols of the listeners that there are. If none is in view, those of the map count, but not what maps
# every protocol to itself.
used := {protocols[name] | some name in names} if count(names) > 0

used := {protocol | some name, protocol in protocols; not habit(name)} if count(names) == 0

habit(name) if {
	name in names_of_protocols
	every p in names_of_protocols { protocols[p] == p }
}

names := bound | advertised

bound := {upper(trim_space(split(listener, "://")[0])) |
	input.state.listeners in {"explicit", "inherited"}
	some listener in split(input.values.listeners, ",")
}

advertised := {upper(trim_space(split(listener, "://")[0])) |
	input.state["advertised.listeners"] in {"explicit", "inherited"}
	some listener in split(input.values["advertised.listeners"], ",")
}

# Where the servers of bootstrap.servers are.
package kcfglint.lib.hosts

# names are the hosts of a list of servers, without scheme, port and brackets, in the
# order of the list. What cannot be the name of a host is left out, and so is what comes
# after the first fifty, which say enough of a list that no cluster needs.
names(servers) := [name |
	some server in array.slice(split(servers, ","), 0, 50)
	address := regex.replace(lower(trim_space(server)), `^[a-z_+]+://`, "")
	name := trim(regex.replace(address, `^([^:]*|\[.*\]):[^:]*$`, "$1"), "[]") # the port may be a word that is filled in
	regex.match(`^[a-z0-9_.:%-]+$`, name)
]

# loopback: on the same machine.
loopback(name) if name in {"localhost", "::1", "0.0.0.0"}

loopback(name) if startswith(name, "127.")

# private: on the same machine, or a name that only resolves within a cluster, a compose
# project or a private zone.
private(name) if loopback(name)

private(name) if not regex.match(`[.:]`, name)

private(name) if regex.match(`\.(?:svc(?:\..*)?|internal|local)$`, name)

# Keys of workers, connectors and Streams applications that are those of their clients.
package kcfglint.lib.clients

# handed_on holds for a key that a client gets without its prefix. The client is a component
# of its own, and what there is to say is said there.
handed_on(key) if {
	input.kind in {"connect-worker", "source-connector", "sink-connector", "streams"}
	regex.match(`^(?:(?:main|restore|global)\.)?(?:producer|consumer|admin)\.`, key)
}

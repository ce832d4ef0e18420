# What rules of Streams applications share.
package kcfglint.lib.streams

# exactly_once holds where the application is set to run exactly once, by a name that its version knows.
exactly_once if input.values["processing.guarantee"] in {"exactly_once", "exactly_once_beta", "exactly_once_v2"}

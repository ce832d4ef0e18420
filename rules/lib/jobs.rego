# What kind of job Flink runs.
package kcfglint.lib.jobs

# batch: the job takes no checkpoints and has no state that lives on.
batch if input.values["@streaming"] == false

batch if input.values["execution.runtime-mode"] == "BATCH"

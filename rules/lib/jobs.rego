# What kind of job Flink runs.
package kcfglint.lib.jobs

# batch: the job takes no checkpoints and has no state that lives on.
batch if input.values["@streaming"] == false

batch if input.values["execution.runtime-mode"] == "BATCH"

# operated: a resource of the Kubernetes operator, which starts the job.
operated if input.state.flinkVersion in {"explicit", "inherited", "unknown"}

operated if input.state["job.upgradeMode"] in {"explicit", "inherited", "unknown"}

package kcfglint.lib.jobs_test

import data.kcfglint.lib.jobs

test_batch if {
	jobs.batch with input.values as {"execution.runtime-mode": "BATCH"}
	jobs.batch with input.values as {"@streaming": false}
}

test_not_known if not jobs.batch with input.values as {"execution.runtime-mode": "AUTOMATIC"}

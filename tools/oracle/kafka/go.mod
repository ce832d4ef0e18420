module github.com/kcfglint/kcfglint/tools/oracle/kafka

go 1.26.0

require (
	github.com/kcfglint/kcfglint v0.0.0
	github.com/kcfglint/kcfglint/tools/oracle/compare v0.0.0
)

replace github.com/kcfglint/kcfglint => ../../..

replace github.com/kcfglint/kcfglint/tools/oracle/compare => ../compare

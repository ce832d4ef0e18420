module github.com/kcfglint/kcfglint/tools/oracle/properties

go 1.26

require github.com/kcfglint/kcfglint/tools/oracle/compare v0.0.0

replace github.com/kcfglint/kcfglint/tools/oracle/compare => ../compare

module github.com/kcfglint/kcfglint/tools/oracle/properties

go 1.26

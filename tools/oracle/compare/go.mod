module github.com/kcfglint/kcfglint/tools/oracle/compare

go 1.26

module github.com/kcfglint/kcfglint/tools/oracle/flinkconf

go 1.26.0

module github.com/kcfglint/kcfglint/tools/oracle/flinksql

go 1.26

module github.com/kcfglint/kcfglint/tools/oracle/hocon

go 1.26

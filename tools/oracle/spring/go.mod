module github.com/kcfglint/kcfglint/tools/oracle/spring

go 1.26

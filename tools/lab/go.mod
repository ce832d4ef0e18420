module github.com/kcfglint/kcfglint/tools/lab

go 1.26.0

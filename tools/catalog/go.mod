module github.com/kcfglint/kcfglint/tools/catalog

go 1.26

module github.com/kcfglint/kcfglint/tools/corpus

go 1.26

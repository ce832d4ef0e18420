module github.com/kcfglint/kcfglint/tools/bench

go 1.26

require github.com/kcfglint/kcfglint v0.0.0

replace github.com/kcfglint/kcfglint => ../..

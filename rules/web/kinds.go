package web

import "github.com/solcheck/solcheck/analyzers/unit"

// scripted are the kinds of units that hold scripts.
var scripted = []unit.Kind{unit.Solution, unit.Folder}

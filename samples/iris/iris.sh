#!/usr/bin/env bash
# The same job as Program.cs, from the command line.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tinynn() { dotnet run -c Release --project src/Tiny.Nn.Cli -- "$@"; }

# Train: a fifth of the flowers is set aside for the test before anything is learned.
tinynn train data/iris.csv --target species --hidden 16 --seed 1 --output "$work/iris.tnn"

# Evaluate, on all flowers.
tinynn evaluate "$work/iris.tnn" data/iris.csv

# Predict one flower given as numbers.
printf 'sepal_length,sepal_width,petal_length,petal_width\n5.9,3.0,4.2,1.5\n' |
    tinynn predict "$work/iris.tnn" - --probabilities

# Look inside.
tinynn inspect "$work/iris.tnn"

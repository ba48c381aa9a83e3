"""Predicts every row of a CSV file on stdin."""

import csv
import sys

from flower import COLUMNS, predict

for row in csv.DictReader(sys.stdin):
    label, probabilities = predict({name: row[name] for name in COLUMNS})
    print(f"{label} {probabilities[label]:.4f}")

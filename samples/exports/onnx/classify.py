"""Predicts every row of a CSV file on stdin: python3 classify.py flower.onnx < rows.csv."""

import csv
import sys

import numpy
import onnxruntime

session = onnxruntime.InferenceSession(sys.argv[1])
columns = [column.name for column in session.get_inputs()]
rows = list(csv.DictReader(sys.stdin))

# Each column is an input of its own, N x 1; all rows are asked for at once.
cells = {name: numpy.array([[float(row[name] or "nan")] for row in rows]) for name in columns}
labels, probabilities = session.run(None, cells)
for label, of_classes in zip(labels, probabilities):
    print(f"{label} {max(of_classes):.4f}")

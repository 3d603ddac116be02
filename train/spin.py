"""Trains models/spin.json. python3 train/spin.py DIR OUT: DIR holds what train/spin.ts wrote. Needs numpy."""

import json
import sys
from pathlib import Path

import numpy as np

FEATURES, HIDDEN, EPOCHS = 15, 16, 14
source, out = Path(sys.argv[1]), Path(sys.argv[2])
x = np.fromfile(source / "features.bin", dtype=np.float32).reshape(-1, FEATURES).astype(float)
documents = json.loads((source / "documents.json").read_text())
y = np.concatenate([d["y"] for d in documents if d["n"]]).astype(float)
train = np.concatenate([np.full(d["n"], d["set"].endswith("train")) for d in documents])
rows = np.flatnonzero(train)
mean, deviation = x[rows].mean(0), x[rows].std(0) + 1e-6
z = ((x - mean) / deviation).clip(-6, 6)

rng = np.random.default_rng(3)
params = [rng.normal(0, 0.3, (FEATURES, HIDDEN)), np.zeros(HIDDEN), rng.normal(0, 0.3, HIDDEN), np.zeros(1)]
first = [np.zeros_like(p) for p in params]
second = [np.zeros_like(p) for p in params]
step = 0
for epoch in range(EPOCHS):
    order = rng.permutation(rows)
    rate = 0.004 * (1 - epoch / EPOCHS)
    for at in range(0, len(order), 256):
        batch = order[at : at + 256]
        hidden = np.tanh(z[batch] @ params[0] + params[1])
        error = (1 / (1 + np.exp(-(hidden @ params[2] + params[3]))) - y[batch]) / len(batch)
        back = np.outer(error, params[2]) * (1 - hidden * hidden)
        grads = [z[batch].T @ back + 1e-4 * params[0], back.sum(0), hidden.T @ error, np.array([error.sum()])]
        step += 1
        for q, grad in enumerate(grads):
            first[q] = 0.9 * first[q] + 0.1 * grad
            second[q] = 0.999 * second[q] + 0.001 * grad**2
            params[q] -= rate * (first[q] / (1 - 0.9**step)) / (np.sqrt(second[q] / (1 - 0.999**step)) + 1e-8)

rounded = lambda a: np.round(a, 4).tolist()  # noqa: E731
out.write_text(
    json.dumps(
        {
            "mean": rounded(mean),
            "deviation": rounded(deviation),
            "hidden": rounded(params[0].T),
            "bias": rounded(params[1]),
            "out": rounded(params[2]),
            "outBias": round(float(params[3][0]), 4),
        }
    )
    + "\n"
)

"""Trains the tagger and parser: a two-layer BiLSTM with a joint tag head and a biaffine arc scorer.

Usage: parser.py --treebanks DIR --vectors FILE.json --out DIR [--epochs N] [--hidden N]

Writes network.json and network.f32 after every epoch (weights averaged over the last steps), so that a
usable model exists early. One CPU core; see README.md for times and scores.
"""

import argparse
import json
import os
import random
import time
from collections import Counter

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import features
import treebank

VECTOR_WORDS = 60000
VECTOR_DIM = 64
WORD_DIM = 48
ARC_DIM = 128
LABEL_DIM = 128
DROPOUT = 0.3
BATCH_TOKENS = 700
LEARNING_RATE = 2e-3
# Averaging window of about one epoch: exported weights score like annealed ones from early on.
AVERAGE = 0.998
# Share of sentences shown in capitals, and in headline case, so that headlines are no foreign language.
ALL_CAPS, HEADLINE = 0.03, 0.03


def word_vectors(path):
    """The most frequent words' vectors, cut to VECTOR_DIM by principal components, as int8 steps of 1/32."""
    with open(path, encoding="utf8") as file:
        source = json.load(file)
    words = source["words"][:VECTOR_WORDS]
    matrix = np.array([source["vectors"][w][:100] for w in words], dtype=np.float32)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True) + 1e-9
    mean = matrix[:40000].mean(0)
    _, _, axes = np.linalg.svd(matrix[:40000] - mean, full_matrices=False)
    reduced = (matrix - mean) @ axes[:VECTOR_DIM].T
    reduced /= np.abs(reduced).max()
    return words, np.clip(np.round(reduced * 254), -127, 127).astype(np.int8)


class Vocabulary:
    def __init__(self, sentences, vector_words):
        counts = Counter(features.norm(w) for s in sentences for w in s["forms"])
        self.words = [w for w, c in counts.most_common() if c >= 3]
        self.tags = [t for t, c in Counter(t for s in sentences for t in s["tags"]).most_common() if c >= 3]
        self.labels = [r for r, c in Counter(r for s in sentences for r in s["labels"]).most_common() if c >= 5]
        self.vector_index = {w: i + 1 for i, w in enumerate(vector_words)}
        self.word_index = {w: i + 1 for i, w in enumerate(self.words)}
        self.tag_index = {t: i for i, t in enumerate(self.tags)}
        self.label_index = {r: i for i, r in enumerate(self.labels)}
        self.cache = {}

    def row(self, word):
        found = self.cache.get(word)
        if found is None:
            lowered = features.lower(word)
            found = [self.vector_index.get(lowered, 0), self.word_index.get(features.norm(word), 0)] + features.hashed(word)
            self.cache[word] = found
        return found

    def label(self, name):
        index = self.label_index
        return index.get(name, index.get(name.split(":")[0], 0))

    def encode(self, sentences):
        for s in sentences:
            s["x"] = np.array([self.row(w) for w in s["forms"]], dtype=np.int64)
            s["caps"] = np.array([self.row(w.upper()) for w in s["forms"]], dtype=np.int64)
            s["headline"] = np.array([self.row(headline(w)) for w in s["forms"]], dtype=np.int64)
            s["t"] = np.array([self.tag_index.get(t, 0) for t in s["tags"]])
            s["h"] = np.array(s["heads"])
            s["l"] = np.array([self.label(r) for r in s["labels"]])


def headline(word):
    return word[:1].upper() + word[1:] if len(word) > 3 else word


class Network(nn.Module):
    def __init__(self, vectors, vocabulary, hidden):
        super().__init__()
        table = np.concatenate([np.zeros((1, VECTOR_DIM), np.float32), vectors.astype(np.float32) / 32])
        self.vectors = nn.Embedding.from_pretrained(torch.tensor(table), freeze=True)
        self.words = nn.Embedding(len(vocabulary.words) + 1, WORD_DIM)
        self.hashed = nn.ModuleList(nn.Embedding(n, d) for n, d in features.HASHED)
        for embedding in [self.words, *self.hashed]:
            nn.init.normal_(embedding.weight, 0, 0.1)
        width = VECTOR_DIM + WORD_DIM + sum(d for _, d in features.HASHED)
        self.lstm1 = nn.LSTM(width, hidden, bidirectional=True, batch_first=True)
        self.lstm2 = nn.LSTM(2 * hidden, hidden, bidirectional=True, batch_first=True)
        self.tag = nn.Linear(2 * hidden, len(vocabulary.tags))
        self.root = nn.Parameter(torch.zeros(2 * hidden))
        self.arc_head = nn.Linear(2 * hidden, ARC_DIM)
        self.arc_dep = nn.Linear(2 * hidden, ARC_DIM)
        self.label_head = nn.Linear(2 * hidden, LABEL_DIM)
        self.label_dep = nn.Linear(2 * hidden, LABEL_DIM)
        # Scores of a pair of words: bilinear for the arc (with a head bias); for the label a product of the
        # two projections, plus both of them on their own. A fifth of a full label biaffine's work.
        self.arc = nn.Linear(ARC_DIM, ARC_DIM)
        self.label = nn.Linear(3 * LABEL_DIM, len(vocabulary.labels))
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x):
        batch, length, _ = x.shape
        vector, word = self.vectors(x[..., 0]), x[..., 1]
        if self.training:
            word = torch.where(torch.rand(batch, length) < 0.15, torch.zeros_like(word), word)
            vector = vector * (torch.rand(batch, length, 1) > 0.1)
        parts = [vector, self.words(word)] + [e(x[..., 2 + i]) for i, e in enumerate(self.hashed)]
        first, _ = self.lstm1(self.drop(torch.cat(parts, -1)))
        second, _ = self.lstm2(self.drop(first))
        tags = self.tag(self.drop(first))
        second = self.drop(second)
        rooted = torch.cat([self.root.expand(batch, 1, -1), second], 1)
        project = lambda layer, rows: self.drop(F.leaky_relu(layer(rows), 0.1))
        arcs = self.arc(project(self.arc_dep, second)) @ project(self.arc_head, rooted).transpose(1, 2)
        return tags, arcs, project(self.label_head, rooted), project(self.label_dep, second)

    def labels(self, heads_projected, deps_projected, heads):
        chosen = torch.gather(heads_projected, 1, heads.unsqueeze(-1).expand(-1, -1, LABEL_DIM))
        return self.label(torch.cat([deps_projected * chosen, deps_projected, chosen], -1))


def batches(sentences, tokens):
    """Sentences of equal length together, so that nothing is padded."""
    by_length = {}
    for s in sentences:
        by_length.setdefault(len(s["forms"]), []).append(s)
    out = []
    for length, group in by_length.items():
        random.shuffle(group)
        size = max(1, tokens // length)
        out.extend(group[i : i + size] for i in range(0, len(group), size))
    random.shuffle(out)
    return out


def stack(batch, key):
    return torch.tensor(np.stack([s[key] for s in batch]))


def shown(batch):
    """Input rows for training: a few sentences in capitals or headline case."""
    rows = []
    for s in batch:
        r = random.random()
        rows.append(s["caps"] if r < ALL_CAPS else s["headline"] if r < ALL_CAPS + HEADLINE else s["x"])
    return torch.tensor(np.stack(rows))


def evaluate(net, sentences):
    """Tag accuracy, UAS and LAS with greedy heads (the runtime's spanning tree scores slightly higher)."""
    net.eval()
    tag = uas = las = total = 0
    with torch.no_grad():
        for batch in batches(sentences, 3000):
            tags, arcs, lh, ld = net(stack(batch, "x"))
            heads = arcs.argmax(-1)
            labels = net.labels(lh, ld, heads).argmax(-1)
            right = heads == stack(batch, "h")
            tag += (tags.argmax(-1) == stack(batch, "t")).sum().item()
            uas += right.sum().item()
            las += (right & (labels == stack(batch, "l"))).sum().item()
            total += right.numel()
    net.train()
    return f"tag {100 * tag / total:.2f} UAS {100 * uas / total:.2f} LAS {100 * las / total:.2f}"


def export(out, weights, vocabulary, vector_words, vectors, hidden):
    """Writes float32 weights with their index, and the int8 word vectors."""
    index, flat, offset = [], [], 0
    for name, tensor in weights.items():
        if name == "vectors.weight":
            continue
        values = tensor.detach().numpy().astype(np.float32).ravel()
        index.append({"name": name, "shape": list(tensor.shape), "offset": offset})
        flat.append(values)
        offset += len(values)
    meta = {
        "hidden": hidden, "arcDim": ARC_DIM, "labelDim": LABEL_DIM, "wordDim": WORD_DIM, "vectorDim": VECTOR_DIM,
        "hashed": features.HASHED, "tags": vocabulary.tags, "labels": vocabulary.labels,
        "words": vocabulary.words, "vectorWords": vector_words, "tensors": index,
    }
    np.concatenate(flat).tofile(os.path.join(out, "network.f32.new"))
    vectors.tofile(os.path.join(out, "vectors.i8"))
    with open(os.path.join(out, "network.json.new"), "w", encoding="utf8") as file:
        json.dump(meta, file)
    for name in ("network.f32", "network.json"):
        os.replace(os.path.join(out, name + ".new"), os.path.join(out, name))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--treebanks", required=True)
    options.add_argument("--vectors", required=True)
    options.add_argument("--out", required=True)
    options.add_argument("--epochs", type=int, default=36)
    options.add_argument("--hidden", type=int, default=128)
    options.add_argument("--seed", type=int, default=1)
    args = options.parse_args()

    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    random.seed(args.seed)
    np.random.seed(args.seed)
    torch.manual_seed(args.seed)
    os.makedirs(args.out, exist_ok=True)

    load = lambda name: treebank.read(os.path.join(args.treebanks, name + ".conllu"))
    train = load("ewt-train") + load("gum-train")
    dev = {"ewt": load("ewt-dev"), "gum": load("gum-dev")}
    vector_words, vectors = word_vectors(args.vectors)
    vocabulary = Vocabulary(train, vector_words)
    vocabulary.encode(train)
    for sentences in dev.values():
        vocabulary.encode(sentences)

    net = Network(vectors, vocabulary, args.hidden)
    trainable = [p for p in net.parameters() if p.requires_grad]
    print(f"sentences {len(train)} words {len(vocabulary.words)} tags {len(vocabulary.tags)} "
          f"labels {len(vocabulary.labels)} parameters {sum(p.numel() for p in trainable)}", flush=True)
    averaged = {k: v.clone() for k, v in net.state_dict().items()}
    mirror = Network(vectors, vocabulary, args.hidden)
    optimizer = torch.optim.Adam(trainable, lr=LEARNING_RATE, betas=(0.9, 0.95))
    steps_per_epoch = len(batches(train, BATCH_TOKENS))
    step, started = 0, time.time()
    for epoch in range(args.epochs):
        loss_sum = tokens = 0
        for batch in batches(train, BATCH_TOKENS):
            progress = step / (args.epochs * steps_per_epoch)
            for group in optimizer.param_groups:
                group["lr"] = LEARNING_RATE * min(1, (step + 1) / 200) * max(0.02, 1 - progress)
            heads = stack(batch, "h")
            tags, arcs, lh, ld = net(shown(batch))
            loss = (
                F.cross_entropy(arcs.flatten(0, 1), heads.flatten())
                + F.cross_entropy(net.labels(lh, ld, heads).flatten(0, 1), stack(batch, "l").flatten())
                + 0.5 * F.cross_entropy(tags.flatten(0, 1), stack(batch, "t").flatten())
            )
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(trainable, 5)
            optimizer.step()
            step += 1
            # Embeddings are large; averaging every fourth step keeps its cost small.
            if step % 4 == 0:
                keep = min(AVERAGE**4, (1 + step) / (40 + step))
                for name, value in net.state_dict().items():
                    if name != "vectors.weight":
                        averaged[name].mul_(keep).add_(value, alpha=1 - keep)
            loss_sum += loss.item() * heads.numel()
            tokens += heads.numel()
            if step % 100 == 0:
                print(f"  {epoch} {step % steps_per_epoch}/{steps_per_epoch} loss {loss_sum / tokens:.3f} "
                      f"wall {time.time() - started:.0f} cpu {time.process_time():.0f}", flush=True)
        mirror.load_state_dict(averaged)
        scores = "; ".join(f"{name} {evaluate(mirror, sentences)}" for name, sentences in dev.items())
        print(f"epoch {epoch} loss {loss_sum / tokens:.3f} wall {time.time() - started:.0f}s cpu {time.process_time():.0f}s "
              f"dev {scores}", flush=True)
        export(args.out, averaged, vocabulary, vector_words, vectors, args.hidden)


if __name__ == "__main__":
    main()

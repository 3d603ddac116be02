"""What the network sees of a word: the exact counterpart of src/language/features.ts.

Trainer and runtime must agree bit for bit. `vectors()` prints shared test vectors, which
tests/language/features.test.ts checks against the runtime.
"""

import re

# Buckets and width of each hashed embedding: suffix of 2, 3 and 4, prefix of 3, shape.
HASHED = [(2048, 16), (8192, 24), (8192, 16), (8192, 16), (1024, 16)]


def units(text):
    """UTF-16 code units, as JavaScript counts them."""
    data = text.encode("utf-16-le", "surrogatepass")
    return [data[i] | data[i + 1] << 8 for i in range(0, len(data), 2)]


def fnv(text):
    """FNV-1a over UTF-16 units with a final mix, as an unsigned 32-bit number."""
    h = 0x811C9DC5
    for unit in units(text):
        h = ((h ^ unit) * 0x01000193) & 0xFFFFFFFF
    h ^= h >> 15
    h = (h * 0x2C1B3C6D) & 0xFFFFFFFF
    return h ^ (h >> 13)


def lower(word):
    """Lower case that keeps the length: characters whose lower case is longer stay as they are."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in word)


def norm(word):
    return re.sub("[0-9]", "0", lower(word))


def shape(word):
    """X for upper case, x for lower, d for digits, others themselves; runs are cut at two."""
    out, last, run = [], "", 0
    for c in word:
        if "0" <= c <= "9":
            kind = "d"
        elif c != c.lower():
            kind = "X"
        elif c != c.upper():
            kind = "x"
        else:
            kind = c
        run = run + 1 if kind == last else 1
        last = kind
        if run <= 2:
            out.append(kind)
    return "".join(out)


def last(word, count):
    """The last `count` UTF-16 units (a JavaScript slice)."""
    data = word.encode("utf-16-le", "surrogatepass")
    return data[-2 * count:].decode("utf-16-le", "surrogatepass")


def first(word, count):
    data = word.encode("utf-16-le", "surrogatepass")
    return data[: 2 * count].decode("utf-16-le", "surrogatepass")


def hashed(word):
    """Bucket of each hashed feature, in the order of HASHED."""
    n = norm(word)
    keys = ["s" + last(n, 2), "s" + last(n, 3), "s" + last(n, 4), "p" + first(n, 3), shape(word)]
    return [fnv(key) % buckets for key, (buckets, _) in zip(keys, HASHED)]


def vectors():
    words = ["Hanoi", "talks", "U.S.", "1,250.75", "Nguyễn", "İstanbul", "北京", "👍🏽", "COVID-19", "a", "—", "ß", "ΣΟΦΟΣ"]
    return [{"word": w, "norm": norm(w), "shape": shape(w), "hashed": hashed(w)} for w in words]


if __name__ == "__main__":
    import json

    print(json.dumps(vectors(), ensure_ascii=False))

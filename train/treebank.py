"""CoNLL-U treebanks as plain sentences: forms, joint tags, heads, labels."""


def read(path):
    """Reads the basic tree over syntactic words; multiword ranges and empty nodes are left out.

    Returns a list of dicts with `forms`, `tags` ("XPOS|UPOS"), `heads` (0 is the root) and `labels`.
    """
    sentences, current = [], None
    with open(path, encoding="utf8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if current and current["forms"]:
                    sentences.append(current)
                current = None
                continue
            if current is None:
                current = {"forms": [], "tags": [], "heads": [], "labels": []}
            if line.startswith("#"):
                continue
            columns = line.split("\t")
            if "-" in columns[0] or "." in columns[0]:
                continue
            current["forms"].append(columns[1])
            current["tags"].append(columns[4] + "|" + columns[3])
            current["heads"].append(int(columns[6]))
            current["labels"].append(columns[7])
    if current and current["forms"]:
        sentences.append(current)
    return sentences

#!/usr/bin/env python3
"""Scores therapies where one figure for all hides something. Needs ../shared.

  models/score-therapy.py given GOLD.jsonl SPANS.csv
      names that the gold calls a therapy in some places and not in others
      (insulin: given or measured?)
  models/score-therapy.py drugs FOLDER
      recall on the MEDLINE part of DDI 2013 and on the drugs of GutBrainIE;
      FOLDER gets their texts and what annotate finds in them
"""
import collections
import csv
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DATA = os.path.join(HOME, "..", "shared", "data")


def therapies(spans_file):
    """The ranges of the therapies of each document."""
    spans = collections.defaultdict(list)
    with open(spans_file, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["type"] == "THERAPY":
                spans[row["doc_id"]].append((int(row["begin"]), int(row["end"])))
    return spans


def overlaps(spans, begin, end):
    return any(b < end and begin < e for b, e in spans)


def given(gold_file, spans_file):
    """A name is ambiguous if it is a therapy at least twice, and at least twice stands outside all
    therapies, in lowercase and by whole words. Each place of such a name counts once."""
    spans = therapies(spans_file)
    documents, count = [], collections.Counter()
    for line in open(gold_file, encoding="utf-8"):
        document = json.loads(line)
        title = document.get("title") or ""
        text = (title + "\n" if title else "") + document["abstract"]
        text = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        gold = [(m["begin"], m["end"]) for m in document["mentions"] if m["type"] == "THERAPY"]
        documents.append((document["id"], text, gold))
        count.update(text[b:e] for b, e in gold)
    places = collections.defaultdict(list)
    for name in (name for name, n in count.items() if n >= 2):
        pattern = re.compile(r"(?<![\w-])" + re.escape(name) + r"(?![\w-])")
        for identifier, text, gold in documents:
            for match in pattern.finditer(text) if name in text else ():
                begin, end = match.span()
                is_given = (begin, end) in gold
                if is_given or not overlaps(gold, begin, end):
                    places[name].append((is_given, overlaps(spans[identifier], begin, end)))
    rows = []
    for name, found in places.items():
        cases = collections.Counter(found)
        if cases[True, True] + cases[True, False] >= 2 and cases[False, True] + cases[False, False] >= 2:
            rows.append((name, cases[True, True], cases[False, True], cases[True, False], cases[False, False]))
    right, invented, missed, left = (sum(row[i] for row in rows) for i in range(1, 5))
    precision, recall = right / max(1, right + invented), right / max(1, right + missed)
    print(f"{len(rows)} names, given in {right + missed} places and not in {invented + left}:"
          f" P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.3f},"
          f" right in {(right + left) / max(1, right + invented + missed + left):.3f} of the places")
    for row in sorted(rows, key=lambda row: (-row[2] - row[3], row[0]))[:20]:
        print("%s: right %d, invented %d, missed %d, rightly left %d" % row)


def ddi():
    """The abstracts of the MEDLINE part, their sentences joined by spaces, with all substances."""
    archive = zipfile.ZipFile(os.path.join(DATA, "ddi2013", "DDICorpus-2013-train.zip"))
    for name in sorted(archive.namelist()):
        if "/MedLine/" not in name or not name.endswith(".xml"):
            continue
        text, mentions = "", []
        for number, sentence in enumerate(ElementTree.fromstring(archive.read(name)).findall("sentence")):
            for entity in sentence.findall("entity"):
                ranges = [int(n) for n in re.findall(r"\d+", entity.get("charOffset"))]
                begin, end = len(text) + ranges[0], len(text) + ranges[-1] + 1
                mentions.append({"begin": begin, "end": end, "kind": entity.get("type")})
            text += sentence.get("text") + ("\n" if number == 0 else " ")
        title, _, abstract = text.rstrip().partition("\n")
        yield {"id": "ddi" + os.path.basename(name)[:-4], "title": title, "abstract": abstract, "drugs": mentions}


def gutbrainie():
    for part in ("dev", "gold", "platinum"):
        with open(os.path.join(DATA, "gutbrainie", part + ".json"), encoding="utf-8") as file:
            documents = json.load(file)
        for identifier, document in documents.items():
            title, abstract = document["metadata"]["title"], document["metadata"]["abstract"]
            mentions = []
            for entity in document["entities"]:
                if entity["label"] in ("drug", "dietary supplement"):
                    shift = 0 if entity["location"] == "title" else len(title) + 1
                    mentions.append({"begin": shift + entity["start_idx"], "end": shift + entity["end_idx"] + 1, "kind": entity["label"]})
            yield {"id": identifier, "title": title, "abstract": abstract, "drugs": mentions}


def drugs(folder):
    os.makedirs(folder, exist_ok=True)
    for name, documents in (("ddi", list(ddi())), ("gutbrainie", list(gutbrainie()))):
        texts, out = os.path.join(folder, name + ".jsonl"), os.path.join(folder, name)
        with open(texts, "w", encoding="utf-8") as file:
            for document in documents:
                file.write(json.dumps({key: document[key] for key in ("id", "title", "abstract")}) + "\n")
        subprocess.run([os.path.join(HOME, "immunospan"), "annotate", texts, "--overwrite", "--out", out], check=True)
        spans = therapies(os.path.join(out, "spans.csv"))
        cases = collections.defaultdict(collections.Counter)
        for document in documents:
            found = spans[document["id"]]
            for drug in document["drugs"]:
                for kind in (drug["kind"], "all"):
                    cases[kind]["gold"] += 1
                    cases[kind]["strict"] += (drug["begin"], drug["end"]) in found
                    cases[kind]["overlap"] += overlaps(found, drug["begin"], drug["end"])
        for kind, n in sorted(cases.items(), key=lambda item: -item[1]["gold"]):
            print(f"{name} {kind}: {n['gold']} in the gold, recall {n['strict'] / n['gold']:.3f} strict, {n['overlap'] / n['gold']:.3f} overlap")


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[1] == "given":
        given(sys.argv[2], sys.argv[3])
    elif len(sys.argv) == 3 and sys.argv[1] == "drugs":
        drugs(sys.argv[2])
    else:
        sys.exit(__doc__)

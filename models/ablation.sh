#!/bin/sh
# Shows what each kind of evidence is worth to each model, and how much training text is:
#   models/ablation.sh [FOLDER]
#
# Fold 0 of models/cross-validate.sh is held out (FOLDER/held-out-0.jsonl; FOLDER is target/folds by
# default, where cross-validate.sh has put the folds). Each row of FOLDER/ablation.tsv is one model:
# all of it, without some attributes or corpora, or trained on a part of the documents. An ensemble of
# two members makes it cheap, so the figures are lower than those of the shipped models: compare the
# rows with each other. Rules and lexicons work as always. Rows that are there already are kept. Needs
# python3, 3 GB of memory and, on a free processor, about half an hour.
set -eu

home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home"
folds=${1:-target/folds}
held_out=$folds/held-out-0.jsonl
table=$folds/ablation.tsv
work=$folds/ablation
mkdir -p "$work"
export ENSEMBLE=2
[ -f "$table" ] || printf 'type\tmodel\tstrict F1\toverlap F1\n' >"$table"

# The shipped templates without those that use one of some attributes.
templates() { # templates ENTITY ATTRIBUTE...
  entity=$1
  shift
  python3 - "src/main/resources/org/immunospan/$entity/$entity.templates" "$@" <<'PYTHON'
import re, sys

left_out = set(sys.argv[2:])
for line in open(sys.argv[1], encoding="utf-8"):
    if not line.startswith("#"):
        print(*(t for t in line.split() if not left_out & set(re.findall(r"(\w+)\[", t))))
PYTHON
}

f1() { # f1 SPANS TYPE MATCH
  ./immunospan evaluate --gold "$held_out" --system "$1" --types "$2" --match "$3" --json "$work/scores.json" >/dev/null
  python3 -c 'import json, sys; print("%.3f" % json.load(open(sys.argv[1]))["schemes"][sys.argv[2]][0]["f1"])' \
    "$work/scores.json" "$3"
}

row() { # row ENTITY NAME TRAINING-TEXTS [ATTRIBUTE...]
  entity=$1
  name=$2
  corpus=$3
  shift 3
  type=$(printf %s "$entity" | tr '[:lower:]' '[:upper:]')
  ! grep -q "^$type	$name	" "$table" || return 0
  TEMPLATES=
  if [ $# -gt 0 ]; then
    TEMPLATES=$work/$entity.templates
    templates "$entity" "$@" >"$TEMPLATES"
  fi
  export TEMPLATES
  "models/train-$entity.sh" model "$work" "$corpus" "$held_out"
  ./immunospan annotate "$held_out" --cells all --model "$entity=$work/$entity.bin" --overwrite --out "$work/result"
  spans=$work/result/spans.csv
  printf '%s\t%s\t%s\t%s\n' "$type" "$name" "$(f1 "$spans" "$type" strict)" "$(f1 "$spans" "$type" overlap)" >>"$table"
}

all=$folds/train-0.jsonl
awk 'NR % 2 == 0' "$all" >"$work/half.jsonl"
awk 'NR % 4 == 0' "$all" >"$work/quarter.jsonl"

for entity in therapy cell gene; do
  row $entity all "$all"
  row $entity "a quarter of the documents" "$work/quarter.jsonl"
  row $entity "half of the documents" "$work/half.jsonl"
  row $entity "without clusters" "$all" c0 c1 c2
done
row therapy "without lexicon and names" "$all" lex origin names
row therapy "without the document" "$all" abbr long doc count cue part
row therapy "without the use of words in many texts" "$all" use
row cell "without lexicon and grammar" "$all" word name
row cell "without names of cell lines" "$all" line
AUXILIARY=no row cell "without auxiliary corpora" "$all"
row gene "without sets of names" "$all" gene other
AUXILIARY=no row gene "without auxiliary corpora" "$all"
cat "$table"

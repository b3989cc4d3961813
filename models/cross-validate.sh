#!/bin/sh
# Scores the whole program by five-fold cross-validation on the training gold in ../shared:
#   models/cross-validate.sh [FOLDER]
#
# A document belongs to one of five folds by the SHA-256 of its identifier. For each fold, models of
# genes, cells and therapies learn from the other four (models/train-*.sh), and annotate runs on the
# fold with these three models. All rows together are scored: FOLDER/scores.txt (FOLDER is
# target/folds by default). A file that is there already is not made again, so an interrupted call
# goes on. Needs python3, 3 GB of memory and, on a free processor, about an hour.
set -eu

home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home"
out=${1:-target/folds}
gold=../shared/gold/train.jsonl
mkdir -p "$out"

python3 - "$gold" "$out" <<'PYTHON'
import hashlib, json, sys

gold, out = sys.argv[1:]
lines = [line for line in open(gold, encoding="utf-8") if line.strip()]
fold = [int(hashlib.sha256(json.loads(line)["id"].encode()).hexdigest()[:8], 16) % 5 for line in lines]
for k in range(5):
    for name, own in (("train", False), ("held-out", True)):
        with open(f"{out}/{name}-{k}.jsonl", "w", encoding="utf-8", newline="\n") as file:
            file.writelines(line for line, f in zip(lines, fold) if (f == k) == own)
PYTHON

for k in 0 1 2 3 4; do
  fold=$out/fold-$k
  train=$out/train-$k.jsonl
  held_out=$out/held-out-$k.jsonl
  [ -f "$fold/gene.bin" ] || models/train-gene.sh model "$fold" "$train" "$held_out"
  [ -f "$fold/cell.bin" ] || models/train-cell.sh model "$fold" "$train" "$held_out"
  [ -f "$fold/therapy.bin" ] || models/train-therapy.sh model "$fold" "$train" "$held_out"
  ./immunospan annotate "$held_out" --cells all --overwrite --out "$fold/result" \
    --model "gene=$fold/gene.bin" --model "cell=$fold/cell.bin" --model "therapy=$fold/therapy.bin"
done

head -n 1 "$out/fold-0/result/spans.csv" >"$out/spans.csv"
for k in 0 1 2 3 4; do
  tail -n +2 "$out/fold-$k/result/spans.csv" >>"$out/spans.csv"
done
for types in GENE,CELL,THERAPY CELL/immune; do
  for match in strict overlap; do
    ./immunospan evaluate --gold "$gold" --system "$out/spans.csv" --types "$types" --match "$match"
  done
done >"$out/scores.txt"
cat "$out/scores.txt"

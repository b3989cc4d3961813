#!/bin/sh
# Makes therapy.bin anew from ../shared, or scores such models:
#   models/train-therapy.sh [model|scores] [FOLDER]
#
# The files go into FOLDER (target/models by default). "model" makes therapy.bin. "scores" finds the
# therapies of train.jsonl in five folds, each by a model that learned from the other four. Needs 3 GB of
# memory and, on a free processor, two minutes for the model and eight for the scores. The same inputs
# give the same files.
set -eu

home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home"
what=${1:-model}
out=${2:-target/models}
data=../shared/data
gold=../shared/gold
mkdir -p "$out"
export IMMUNOSPAN_JAVA_OPTIONS="-Xmx3g ${IMMUNOSPAN_JAVA_OPTIONS:-}"

train() {
  ./immunospan train therapy --corpus "$gold/train.jsonl" --exclude "$gold/dev.jsonl" \
    --terminologies "$data/terminologies" --texts "$data/abstracts-unlabelled" "$@"
}

case $what in
  model)
    train --held-out 0 --ensemble 4 --model "$out/therapy.bin"
    ;;
  scores)
    train --folds 5 --ensemble 4 --out "$out/therapy.csv"
    ./immunospan evaluate --gold "$gold/train.jsonl" --types THERAPY --system "$out/therapy.csv" >"$out/therapy.txt"
    ./immunospan evaluate --gold "$gold/train.jsonl" --types THERAPY --match overlap --system "$out/therapy.csv" >>"$out/therapy.txt"
    cat "$out/therapy.txt"
    ;;
  *)
    echo "expected model or scores, found $what" >&2
    exit 2
    ;;
esac

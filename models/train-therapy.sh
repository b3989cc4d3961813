#!/bin/sh
# Trains therapy.bin from ../shared, or scores such models:
#   models/train-therapy.sh model [FOLDER [TRAIN.jsonl HELD_OUT.jsonl]]
#   models/train-therapy.sh scores [FOLDER]
#
# The files go to FOLDER (target/models by default). "model" writes therapy.bin. With TRAIN and
# HELD_OUT, it learns from TRAIN and leaves out the documents of HELD_OUT, as
# models/cross-validate.sh needs it. "scores" finds the therapies of train.jsonl in five folds, each
# by a model that learned from the other four. Needs 3 GB of memory and, on a free processor, two
# minutes for the model and eight for the scores. ENSEMBLE (4) and TEMPLATES (the shipped ones) in the
# environment change what is trained, as models/ablation.sh does. The same inputs give the same files.
set -eu

home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home"
what=${1:-model}
out=${2:-target/models}
gold=../shared/gold
corpus=${3:-$gold/train.jsonl}
held_out=${4:-}
data=../shared/data
mkdir -p "$out"
export IMMUNOSPAN_JAVA_OPTIONS="-Xmx3g ${IMMUNOSPAN_JAVA_OPTIONS:-}"

train() {
  [ -z "$held_out" ] || set -- --exclude "$held_out" "$@"
  [ -z "${TEMPLATES:-}" ] || set -- --templates "$TEMPLATES" "$@"
  ./immunospan train therapy --corpus "$corpus" --exclude "$gold/dev.jsonl" --ensemble "${ENSEMBLE:-4}" --epochs 6 --noise 0.3 --seed 1 \
    --terminologies "$data/terminologies" --texts "$data/abstracts-unlabelled" "$@"
}

case $what in
  model)
    train --held-out 0 --model "$out/therapy.bin"
    ;;
  scores)
    train --folds 5 --out "$out/therapy.csv"
    for match in strict overlap; do
      ./immunospan evaluate --gold "$gold/train.jsonl" --types THERAPY --match "$match" --system "$out/therapy.csv"
    done >"$out/therapy.txt"
    cat "$out/therapy.txt"
    ;;
  *)
    echo "expected model or scores, found $what" >&2
    exit 2
    ;;
esac

#!/bin/sh
# Trains cell.bin from ../shared, or scores such models:
#   models/train-cell.sh model [FOLDER [TRAIN.jsonl HELD_OUT.jsonl]]
#   models/train-cell.sh scores [FOLDER]
#
# The files go to FOLDER (target/models by default). "model" writes cell.bin: the target corpus is
# the gold of the project, and half of the ensemble starts from what auxiliary corpora teach. With
# TRAIN and HELD_OUT, it learns from TRAIN and leaves the documents of HELD_OUT out of every corpus,
# as models/cross-validate.sh needs it. "scores" trains a model by the guidelines of each public
# corpus, none of which is shipped, and scores it on what it has not learned from: official test
# parts, or five folds. Needs 3 GB of memory and, on a free processor, four minutes for the model
# and ten for the scores. ENSEMBLE (8), TEMPLATES (the shipped ones) and AUXILIARY=no in the
# environment change what "model" trains, as models/ablation.sh does. The same inputs give the same files.
set -eu

home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home"
what=${1:-model}
out=${2:-target/models}
gold=${3:-../shared/gold/train.jsonl}
held_out=${4:-}
data=../shared/data
mkdir -p "$out"
export IMMUNOSPAN_JAVA_OPTIONS="-Xmx3g ${IMMUNOSPAN_JAVA_OPTIONS:-}"

# Prints the options for a public corpus, which is the target or auxiliary.
corpus() {
  use=$2
  case $1 in
    celllink) set -- celllink/CellLink_part.BioC.xml celllink ;;
    craft) set -- craft/craft-CL-brat.zip craft-cl ;;
    cellfinder) set -- cellfinder/cellfinder1_brat.zip CellType=CELL ;;
    anatem) set -- anatem/anatem-train.zip anatem anatem/anatem-devel.zip anatem ;;
    jnlpba) set -- jnlpba/jnlpba-train.zip cell_type=CELL ;;
  esac
  while [ $# -gt 0 ]; do
    case $use in
      target) printf '%s\n' --corpus "$data/$1" --map "$2" ;;
      *) printf '%s\n' --corpus "$data/$1:auxiliary" --map "$2" ;;
    esac
    shift 2
  done
}

# Trains with the options given and what all models share.
train() {
  ./immunospan train cell --ensemble "${ENSEMBLE:-8}" --epochs 10 --seed 1 --terminologies "$data/terminologies" "$@" \
    --pmids "$data/jnlpba/jnlpba-train.zip=$data/jnlpba/MUID-PMID-map.txt" \
    --pmids "$data/jnlpba/jnlpba-test.zip=$data/jnlpba/MUID-PMID-map.txt" \
    --exclude ../shared/gold/dev.jsonl \
    --exclude "$data/jnlpba/jnlpba-test.zip" \
    --exclude "$data/anatem/anatem-test.zip" \
    --exclude "$data/bionlp13cg/bionlp13cg-test.zip"
}

# By the guidelines of the project. The grammar brings the cells of CellLink to these guidelines.
# Vague groups hold cells, too ("astrocyte subtypes"), which the grammar takes out of them.
model() {
  set --
  [ "${AUXILIARY:-yes}" = no ] || set -- \
    --corpus "$data/celllink/CellLink_part.BioC.xml:auxiliary-celllink" \
    --map cell_phenotype=CELL,cell_hetero=CELL,cell_vague=CELL --adapt \
    --corpus "$data/craft/craft-CL-brat.zip:auxiliary" --map craft-cl \
    --corpus "$data/cellfinder/cellfinder1_brat.zip:auxiliary" --map CellType=CELL \
    --corpus "$data/anatem/anatem-train.zip:auxiliary" --map anatem \
    --corpus "$data/anatem/anatem-devel.zip:auxiliary" --map anatem \
    --corpus "$data/jnlpba/jnlpba-train.zip:auxiliary" --map cell_type=CELL --every 2
  [ -z "$held_out" ] || set -- "$@" --exclude "$held_out"
  [ -z "${TEMPLATES:-}" ] || set -- "$@" --templates "$TEMPLATES"
  train --held-out 0 --corpus "$gold" --map CELL=CELL "$@" --model "$out/cell.bin"
}

# By the guidelines of one public corpus; the others are auxiliary, of JNLPBA every second document.
public() {
  target=$1
  shift
  # shellcheck disable=SC2046  # no spaces in these names
  set -- "$@" $(corpus "$target" target)
  for name in celllink craft cellfinder anatem jnlpba; do
    if [ "$name" != "$target" ]; then
      # shellcheck disable=SC2046
      set -- "$@" $(corpus "$name" auxiliary)
      [ "$name" != jnlpba ] || set -- "$@" --every 2
    fi
  done
  train --scheme corpus "$@"
}

# Scores on a test part or by folds: corpus, gold, map.
score() {
  if [ "$1" = jnlpba ] || [ "$1" = anatem ]; then
    public "$1" --held-out 0 --model "$out/$1.bin"
    ./immunospan evaluate --gold "$data/$2" --map "$3" --gold-jsonl "$out/$1.jsonl" >"$out/$1.txt"
    ./immunospan annotate "$out/$1.jsonl" --cells all --model "cell=$out/$1.bin" --out "$out/$1"
    spans=$out/$1/spans.csv
  else
    spans=$out/$1.csv
    public "$1" --folds 5 --out "$spans"
  fi
  ./immunospan evaluate --gold "$data/$2" --map "$3" --types CELL --reliability --system "$spans" >"$out/$1.txt"
}

case $what in
  model) model ;;
  scores)
    score celllink celllink/CellLink_part.BioC.xml celllink
    # Immune cells: against the rows that say immune, which are what annotate writes without --cells.
    grep -v ',CELL,other,' "$out/celllink.csv" >"$out/celllink-immune.csv"
    ./immunospan evaluate --gold "$data/celllink/CellLink_part.BioC.xml" --map celllink \
      --subtypes models/cells.tsv --types CELL/immune --system "$out/celllink-immune.csv" >"$out/celllink-immune.txt"
    score jnlpba jnlpba/jnlpba-test.zip cell_type=CELL
    score anatem anatem/anatem-test.zip anatem
    score cellfinder cellfinder/cellfinder1_brat.zip CellType=CELL
    score craft craft/craft-CL-brat.zip craft-cl
    ;;
  *)
    echo "expected model or scores, found $what" >&2
    exit 2
    ;;
esac

#!/bin/sh
# Makes cells.bin anew from ../shared, or scores such models:
#   models/train-cells.sh [model|scores] [FOLDER]
#
# The files go into FOLDER (target/models by default). "model" makes cells.bin. "scores" makes models
# in the manner of each corpus, which none of the shipped files is, and scores them on what they have
# not learned from: official test parts, or five folds. Needs 3 GB of memory and, on a free processor,
# a minute for the model and ten for the scores. The same inputs give the same files.
set -eu

home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home"
what=${1:-model}
out=${2:-target/models}
data=../shared/data
mkdir -p "$out"
celllink=celllink
export IMMUNOSPAN_JAVA_OPTIONS="-Xmx3g ${IMMUNOSPAN_JAVA_OPTIONS:-}"

# A corpus, with a domain behind it unless its habits are those to follow, and its map.
corpus() {
  own=$2
  case $1 in
    celllink) set -- celllink/CellLink_part.BioC.xml "$celllink" ;;
    craft) set -- craft/craft-CL-brat.zip craft-cl ;;
    cellfinder) set -- cellfinder/cellfinder1_brat.zip CellType=CELL ;;
    anatem) set -- anatem/anatem-train.zip anatem anatem/anatem-devel.zip anatem ;;
    jnlpba) set -- jnlpba/jnlpba-train.zip cell_type=CELL ;;
  esac
  while [ $# -gt 0 ]; do
    case $own in
      own) printf '%s\n' --corpus "$data/$1" --map "$2" ;;
      *) printf '%s\n' --corpus "$data/$1:other" --map "$2" ;;
    esac
    shift 2
  done
}

# All corpora, of which one is to be followed. Of JNLPBA, where it is not, every second document.
train() {
  target=$1
  shift
  set -- "$@" --terminologies "$data/terminologies" \
    --pmids "$data/jnlpba/jnlpba-train.zip=$data/jnlpba/MUID-PMID-map.txt" \
    --pmids "$data/jnlpba/jnlpba-test.zip=$data/jnlpba/MUID-PMID-map.txt" \
    --exclude ../shared/gold/dev.jsonl \
    --exclude "$data/jnlpba/jnlpba-test.zip" \
    --exclude "$data/anatem/anatem-test.zip" \
    --exclude "$data/bionlp13cg/bionlp13cg-test.zip"
  # shellcheck disable=SC2046  # no blanks in these names
  set -- "$@" $(corpus "$target" own)
  for name in celllink craft cellfinder anatem jnlpba; do
    if [ "$name" != "$target" ]; then
      # shellcheck disable=SC2046
      set -- "$@" $(corpus "$name" other)
      [ "$name" != jnlpba ] || set -- "$@" --every 2
    fi
  done
  ./immunospan train cells "$@"
}

# Test parts and folds: corpus, gold, map.
score() {
  if [ "$1" = jnlpba ] || [ "$1" = anatem ]; then
    train "$1" --scheme corpus --held-out 0 --model "$out/$1.bin"
    ./immunospan evaluate --gold "$data/$2" --map "$3" --gold-jsonl "$out/$1.jsonl" >"$out/$1.txt"
    ./immunospan annotate "$out/$1.jsonl" --cells all --model "cell=$out/$1.bin" --out "$out/$1"
    spans=$out/$1/spans.csv
  else
    spans=$out/$1.csv
    train "$1" --scheme corpus --folds 5 --out "$spans"
  fi
  ./immunospan evaluate --gold "$data/$2" --map "$3" --types CELL --reliability --system "$spans" >"$out/$1.txt"
}

case $what in
  model)
    # Vague groups hold cells, too ("astrocyte subtypes"), which the grammar takes out of them.
    celllink=cell_phenotype=CELL,cell_hetero=CELL,cell_vague=CELL
    train celllink --held-out 0 --model "$out/cells.bin"
    ;;
  scores)
    score celllink celllink/CellLink_part.BioC.xml celllink
    # Of the immune mentions: against what is said to be immune, as annotate gives it without --cells.
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

#!/bin/sh
# Prints the figures of models/cards/gene-link.md:  models/score-gene-link.sh [FOLDER]
#
# Scores the shipped linker on parts of corpora that it has not learned from. What evaluate prints
# goes into FOLDER (target/gene-link by default), one file for each set, and the lines with the
# published figures to the terminal. Needs ../shared and, on a free processor, five minutes.
set -eu

home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home"
data=../shared/data
out=${1:-target/gene-link}
mkdir -p "$out"

# show NAME: the scores of each column, and of the rows from a link score on.
show() {
  echo "== $1"
  sed -n '/^identifiers of genes/,$p' "$out/$1.txt" | grep -E '^ *(hgnc|ncbi_gene|species|0\.[0-9]+) '
}

# gold_spans NAME GOLD [OPTION...]: links the genes of gold.
gold_spans() {
  name=$1
  gold=$2
  shift 2
  ./immunospan evaluate --gold "$gold" --gold-spans --resamples 300 "$@" >"$out/$name.txt"
  show "$name"
}

# spans NAME GOLD SPECIES [OPTION...]: annotates the texts of gold and scores the result.
spans() {
  name=$1
  gold=$2
  species=$3
  shift 3
  ./immunospan annotate "$gold" --overwrite --species "$species" --out "$out/$name"
  ./immunospan evaluate --gold "$gold" --types GENE --system "$out/$name/spans.csv" \
    --resamples 300 "$@" >"$out/$name.txt"
  show "$name"
}

for corpus in nlmgene/NLMgene_Train biored/BioRED_TrainDev; do
  name=$(basename "$corpus" | sed 's/_.*//')
  ./immunospan train split --corpus "$data/$corpus.PubTator" --map Gene=GENE \
    --out "$out/$name.jsonl"
  gold_spans "$name-all" "$out/$name.jsonl" --min-link-score 0
  gold_spans "$name" "$out/$name.jsonl"
  spans "$name-found" "$out/$name.jsonl" auto --match overlap
done
for corpus in gnormplus/GNormPlus_Test tmvar3/tmVar3_Test; do
  name=$(basename "$corpus")
  gold_spans "$name-all" "$data/$corpus.PubTator" --map Gene=GENE --species human --min-link-score 0
  gold_spans "$name" "$data/$corpus.PubTator" --map Gene=GENE --species human
  spans "$name-found" "$data/$corpus.PubTator" human --map Gene=GENE --match overlap
done
gold_spans dev ../shared/gold/dev.jsonl
spans dev-found ../shared/gold/dev.jsonl auto

#!/bin/sh
# Makes genes.bin and gene-link.tsv again from ../shared:  models/train-gene-link.sh [FOLDER]
#
# The files go into FOLDER (target/models by default). The linker learns what to reject from the
# spans of the program itself, so the training parts are annotated first. Needs 3 GB of memory and,
# on a free processor, three minutes. models/score-gene-link.sh scores the shipped files.
set -eu

home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home"
data=../shared/data
out=${1:-target/models}
mkdir -p "$out"
export IMMUNOSPAN_JAVA_OPTIONS="-Xmx3g ${IMMUNOSPAN_JAVA_OPTIONS:-}"

./immunospan lexicon build gene --terminologies "$data/terminologies" --out "$out/genes.bin"

# One in five PMIDs of the training parts is held out, as for gene.bin.
set --
for corpus in nlmgene/NLMgene_Train gnormplus/GNormPlus_Train biored/BioRED_TrainDev \
  tmvar3/tmVar3_Train; do
  spans="$out/spans/$(basename "$corpus")"
  ./immunospan annotate "$data/$corpus.PubTator" --overwrite --out "$spans"
  set -- "$@" --corpus "$data/$corpus.PubTator" --map Gene=GENE --product "$spans/spans.csv"
done
for corpus in gnormplus/GNormPlus_Test tmvar3/tmVar3_Test; do
  set -- "$@" --exclude "$data/$corpus.PubTator"
done
./immunospan train gene-link "$@" --exclude ../shared/gold/dev.jsonl --held-out 5 \
  --model "$out/gene-link.tsv"

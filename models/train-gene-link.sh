#!/bin/sh
# Makes genes.bin and gene-link.tsv again from ../shared:  models/train-gene-link.sh [FOLDER]
#
# The files go into FOLDER (target/models by default), with the scores on what was held out
# (gene-link.txt). The linker learns what to reject from the spans of the program itself, so the
# training parts are annotated first. Needs 3 GB of memory and, on a free processor, three minutes.
set -eu

home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home"
data=../shared/data
out=${1:-target/models}
mkdir -p "$out"
export IMMUNOSPAN_JAVA_OPTIONS="-Xmx3g ${IMMUNOSPAN_JAVA_OPTIONS:-}"

./immunospan lexicon build gene --terminologies "$data/terminologies" --out "$out/genes.bin"

corpora="nlmgene/NLMgene_Train gnormplus/GNormPlus_Train biored/BioRED_TrainDev tmvar3/tmVar3_Train"
tests="gnormplus/GNormPlus_Test tmvar3/tmVar3_Test"
for corpus in $corpora $tests; do
  ./immunospan annotate "$data/$corpus.PubTator" --overwrite --out "$out/spans/$(basename "$corpus")"
done

# One in five PMIDs of the training parts is held out, as for gene.bin; test parts are only scored.
set --
for corpus in $corpora; do
  set -- "$@" --corpus "$data/$corpus.PubTator" --map Gene=GENE
done
for corpus in $tests; do
  set -- "$@" --exclude "$data/$corpus.PubTator" --test "$data/$corpus.PubTator"
done
for corpus in $corpora $tests; do
  set -- "$@" --product "$out/spans/$(basename "$corpus")/spans.csv"
done
./immunospan train gene-link "$@" --exclude ../shared/gold/dev.jsonl --held-out 5 \
  --errors "$out/gene-link-errors.tsv" --model "$out/gene-link.tsv" >"$out/gene-link.txt"

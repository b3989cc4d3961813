#!/bin/sh
# Trains the gene models from ../shared:
#   models/train-gene.sh model [FOLDER [TRAIN.jsonl HELD_OUT.jsonl]]
#   models/train-gene.sh bc2gm [FOLDER]
#
# "model" writes gene.bin to FOLDER (target/models by default). It follows the guidelines of the
# project: the target corpus is the gold of the project, and half of the ensemble starts from what
# auxiliary corpora teach. With TRAIN and HELD_OUT, it learns from TRAIN and leaves the documents of
# HELD_OUT out of every corpus, as models/cross-validate.sh needs it. Word clusters and sets of names
# are those of the shipped model.
# "bc2gm" writes gene-bc2gm.bin, which marks genes as BioCreative II does, and clusters.gz, the word
# clusters of all models, unless that file is there already.
#
# ENSEMBLE (8), TEMPLATES (the shipped ones) and AUXILIARY=no in the environment change what "model"
# trains, as models/ablation.sh does.
#
# Each needs 3 GB of memory and about five minutes of a free processor; clusters take four more. The
# same inputs give the same files.
set -eu

home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home"
what=${1:-model}
out=${2:-target/models}
train=${3:-../shared/gold/train.jsonl}
held_out=${4:-}
data=../shared/data
mkdir -p "$out"
export IMMUNOSPAN_JAVA_OPTIONS="-Xmx3g ${IMMUNOSPAN_JAVA_OPTIONS:-}"

# Prints the training parts among files: all but those called test.
parts() {
  for file in "$@"; do
    case $file in
      *[-_][Tt]est*) ;;
      *) printf '%s\n' "$file" ;;
    esac
  done
}

# The held-out fifth of a public corpus. The same abstracts are in several corpora, so all three
# fifths are left out of every corpus.
fifth() {
  [ -f "$out/heldout-$1.jsonl" ] ||
    ./immunospan train split --corpus "$data/$2" --map "$1" --out "$out/heldout-$1.jsonl"
}

model() {
  fifth nlmgene nlmgene/NLMgene_Train.PubTator
  fifth biored biored/BioRED_TrainDev.PubTator
  fifth tmvar3 tmvar3/tmVar3_Train.PubTator
  set --
  [ "${AUXILIARY:-yes}" = no ] || set -- \
    --corpus "$data/nlmgene/NLMgene_Train.PubTator:auxiliary" --map nlmgene \
    --corpus "$data/gnormplus/GNormPlus_Train.PubTator:auxiliary" --map gnormplus \
    --corpus "$data/biored/BioRED_TrainDev.PubTator:auxiliary" --map biored \
    --corpus "$data/tmvar3/tmVar3_Train.PubTator:auxiliary" --map tmvar3 \
    --corpus "$data/drugprot/DrugProt_Dev750.PubTator:auxiliary" --map drugprot
  [ -z "$held_out" ] || set -- "$@" --exclude "$held_out"
  [ -z "${TEMPLATES:-}" ] || set -- "$@" --templates "$TEMPLATES"
  ./immunospan train gene --scheme guidelines --ensemble "${ENSEMBLE:-8}" --epochs 8 --seed 1 --held-out 0 \
    --corpus "$train" \
    --pmids "$data/jnlpba/jnlpba-test.zip=$data/jnlpba/MUID-PMID-map.txt" \
    --exclude ../shared/gold/dev.jsonl \
    --exclude "$data/gnormplus/GNormPlus_Test.PubTator" \
    --exclude "$data/tmvar3/tmVar3_Test.PubTator" \
    --exclude "$data/bionlp11epi/bionlp11epi-test.zip" \
    --exclude "$data/bionlp13cg/bionlp13cg-test.zip" \
    --exclude "$data/bionlp13pc/bionlp13pc-test.zip" \
    --exclude "$data/jnlpba/jnlpba-test.zip" \
    --exclude "$data/anatem/anatem-test.zip" \
    --exclude "$data/bc2gm/test" \
    --exclude "$out/heldout-nlmgene.jsonl" \
    --exclude "$out/heldout-biored.jsonl" \
    --exclude "$out/heldout-tmvar3.jsonl" \
    "$@" --model "$out/gene.bin"
}

# Unlabelled abstracts first, then the training parts of corpora; drug labels of ddi2013 are not brat.
clusters() {
  # shellcheck disable=SC2046  # no spaces in these names
  ./immunospan train clusters --seed 1 --out "$out/clusters.gz.part" \
    --exclude ../shared/gold/dev.jsonl \
    --texts "$data/abstracts-unlabelled" $(parts "$data"/*/*.PubTator) \
    $(parts "$data"/*/*.zip | grep -v /ddi2013/) "$data/bc2gm/train"
  mv "$out/clusters.gz.part" "$out/clusters.gz"
}

# As BioCreative II marks genes: all of its official training part.
bc2gm() {
  ./immunospan train gene --scheme corpus --ensemble 8 --epochs 8 --seed 1 --held-out 0 \
    --clusters "$out/clusters.gz" --terminologies "$data/terminologies" \
    --corpus "$data/bc2gm/train" \
    --corpus "$data/nlmgene/NLMgene_Train.PubTator:auxiliary-ncbi" --map nlmgene \
    --corpus "$data/gnormplus/GNormPlus_Train.PubTator:auxiliary-ncbi" --map gnormplus \
    --corpus "$data/biored/BioRED_TrainDev.PubTator:auxiliary-ncbi" --map biored \
    --corpus "$data/drugprot/DrugProt_Dev750.PubTator:auxiliary-ncbi" --map drugprot \
    --corpus "$data/bionlp13cg/bionlp13cg-devel.zip:auxiliary-ggp" --map Gene_or_gene_product=GENE \
    --corpus "$data/bionlp13cg/bionlp13cg-train.zip:auxiliary-ggp" --map Gene_or_gene_product=GENE \
    --corpus "$data/bionlp13pc/bionlp13pc-devel.zip:auxiliary-ggp" --map bionlp13pc \
    --corpus "$data/bionlp13pc/bionlp13pc-train.zip:auxiliary-ggp" --map bionlp13pc \
    --corpus "$data/jnlpba/jnlpba-train.zip:auxiliary-jnlpba" --map protein=GENE,RNA=GENE --every 3 \
    --pmids "$data/jnlpba/jnlpba-train.zip=$data/jnlpba/MUID-PMID-map.txt" \
    --exclude ../shared/gold/dev.jsonl --exclude "$data/bc2gm/test" \
    --model "$out/gene-bc2gm.bin"
}

case $what in
  model) model ;;
  bc2gm)
    [ -f "$out/clusters.gz" ] || clusters
    bc2gm
    ;;
  *)
    echo "expected model or bc2gm, found $what" >&2
    exit 2
    ;;
esac

#!/bin/sh
# Makes gene.bin and gene-bc2gm.bin anew from ../shared:  models/train-gene.sh [FOLDER]
#
# The files go into FOLDER (target/models by default), with clusters.gz, unless it lies there already,
# and the scores on what was held out (gene.txt). Needs 3 GB of memory and, on a free processor, ten
# minutes. The same inputs give the same files.
set -eu

home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home"
data=../shared/data
out=${1:-target/models}
mkdir -p "$out"
export IMMUNOSPAN_JAVA_OPTIONS="-Xmx3g ${IMMUNOSPAN_JAVA_OPTIONS:-}"

# Training parts alone: nothing called test, in whatever case.
parts() {
  for file in "$@"; do
    case $file in
      *[-_][Tt]est*) ;;
      *) printf '%s\n' "$file" ;;
    esac
  done
}

# Unlabelled abstracts first, then the training parts of corpora; drug labels of ddi2013 are no brat.
if [ ! -f "$out/clusters.gz" ]; then
  # shellcheck disable=SC2046  # no blanks in these names
  ./immunospan train clusters --seed 1 --out "$out/clusters.gz.part" \
    --exclude ../shared/gold/dev.jsonl \
    --texts "$data/abstracts-unlabelled" $(parts "$data"/*/*.PubTator) \
    $(parts "$data"/*/*.zip | grep -v /ddi2013/) "$data/bc2gm/train"
  mv "$out/clusters.gz.part" "$out/clusters.gz"
fi

# By the habits of the product: genes and families with tight spans. Corpora with a name behind a colon
# have other habits: half of the pool starts from what they teach. The same abstracts sit in several
# corpora, so test parts and the development set are left out by PMID and by text.
./immunospan train gene --scheme guidelines --pool 8 --epochs 8 --seed 1 --held-out 5 \
  --clusters "$out/clusters.gz" --terminologies "$data/terminologies" \
  --corpus "$data/nlmgene/NLMgene_Train.PubTator" --map nlmgene \
  --corpus "$data/gnormplus/GNormPlus_Train.PubTator" --map gnormplus \
  --corpus "$data/biored/BioRED_TrainDev.PubTator" --map biored \
  --corpus "$data/tmvar3/tmVar3_Train.PubTator" --map tmvar3 \
  --corpus "$data/drugprot/DrugProt_Dev750.PubTator" --map drugprot \
  --corpus "$data/bionlp13cg/bionlp13cg-devel.zip:ggp" --map Gene_or_gene_product=GENE \
  --corpus "$data/bionlp13cg/bionlp13cg-train.zip:ggp" --map Gene_or_gene_product=GENE \
  --corpus "$data/bionlp13pc/bionlp13pc-devel.zip:ggp" --map bionlp13pc \
  --corpus "$data/bionlp13pc/bionlp13pc-train.zip:ggp" --map bionlp13pc \
  --corpus "$data/jnlpba/jnlpba-train.zip:jnlpba" --map protein=GENE,RNA=GENE --every 3 \
  --corpus "$data/bc2gm/train:bc2gm" --every 2 \
  --pmids "$data/jnlpba/jnlpba-train.zip=$data/jnlpba/MUID-PMID-map.txt" \
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
  --model "$out/gene.bin" >"$out/gene.txt"

# As BioCreative II marks genes: its official training part, all of it.
./immunospan train gene --scheme corpus --pool 8 --epochs 8 --seed 1 --held-out 0 \
  --clusters "$out/clusters.gz" --terminologies "$data/terminologies" \
  --corpus "$data/bc2gm/train" \
  --corpus "$data/nlmgene/NLMgene_Train.PubTator:ncbi" --map nlmgene \
  --corpus "$data/gnormplus/GNormPlus_Train.PubTator:ncbi" --map gnormplus \
  --corpus "$data/biored/BioRED_TrainDev.PubTator:ncbi" --map biored \
  --corpus "$data/drugprot/DrugProt_Dev750.PubTator:ncbi" --map drugprot \
  --corpus "$data/bionlp13cg/bionlp13cg-devel.zip:ggp" --map Gene_or_gene_product=GENE \
  --corpus "$data/bionlp13cg/bionlp13cg-train.zip:ggp" --map Gene_or_gene_product=GENE \
  --corpus "$data/bionlp13pc/bionlp13pc-devel.zip:ggp" --map bionlp13pc \
  --corpus "$data/bionlp13pc/bionlp13pc-train.zip:ggp" --map bionlp13pc \
  --corpus "$data/jnlpba/jnlpba-train.zip:jnlpba" --map protein=GENE,RNA=GENE --every 3 \
  --pmids "$data/jnlpba/jnlpba-train.zip=$data/jnlpba/MUID-PMID-map.txt" \
  --exclude ../shared/gold/dev.jsonl --exclude "$data/bc2gm/test" \
  --model "$out/gene-bc2gm.bin"

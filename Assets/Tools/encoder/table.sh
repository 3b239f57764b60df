#!/usr/bin/env bash
# Writes the encoder's quality table into Assets/README.md. Usage: table.sh ASSAY [FOLDER …]
# Each FOLDER holds docs.jsonl, queries.tsv and qrels.txt; without any, the two beside the checkout are taken if present.
set -euo pipefail
cd "$(dirname "$0")/../../.."
program=$1
shift
others=("$@")
if [ ${#others[@]} -eq 0 ]; then
  for folder in ../shared/data/grocery-mini ../shared/data/esci-150; do
    [ -d "$folder" ] && others+=("$folder") || echo "left out, not present: $folder" >&2
  done
fi
arguments=()
for folder in "${others[@]}"; do arguments+=(--other "$folder"); done
exec python3 Assets/Tools/encoder/table.py "$program" "${arguments[@]}"

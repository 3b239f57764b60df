#!/bin/sh
# Makes the default encoder from nothing: train.sh [DATA-FOLDER]
#
# Draws and writes the training data with the catalogue tool in a throw-away virtual environment, trains with Debian's PyTorch,
# measures on the sample catalogue, and replaces the weights and the recorded outputs in this repository. The data folder (about 1 GB) is
# kept when it is named and taken up again where it stopped drawing. One thread each: more would only wait for one another.
set -eu

if [ $# -gt 1 ]; then
    echo "usage: $0 [DATA-FOLDER]" >&2
    exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
weights=$root/Assets/encoder/assay-default-1.safetensors
environment=$(mktemp -d)
trap 'rm -rf "$environment"' EXIT INT TERM
data=${1:-$environment/data}
mkdir -p "$data"
export OMP_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE=1

"${PYTHON:-python3}" -m venv "$environment/catalogue"
"$environment/catalogue/bin/pip" install --quiet --disable-pip-version-check --requirement "$here/../catalogue/requirements.txt"
draw="$environment/catalogue/bin/python"
train=/usr/bin/python3 # Debian's, which has python3-torch

"$draw" "$here/render.py" "$data" --count 18000
"$draw" "$here/generate.py" "$data" heads --first 12000 --count 5000 --queries 5
"$draw" "$here/generate.py" "$data" check --first 17000 --count 1000 --queries 2
"$train" "$here/train_images.py" "$data" --epochs 14 --held-out 6000
"$train" "$here/train_heads.py" "$data" --steps 2400 --mine-every 400 --version "$(date +%Y-%m-%d)" --output "$weights"
"$train" "$here/evaluate.py" "$weights" "$root/sample-catalog" --splits dev,test --write
"$train" "$here/fixtures.py" "$weights" "$root/Tests/EmbeddingsTests/Fixtures/default-encoder"

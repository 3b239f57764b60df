#!/bin/sh
# Trains the default encoder from nothing: train.sh DATA-FOLDER OUTPUT.safetensors VERSION
#
# CATALOGUE_PYTHON draws pictures and texts (the catalogue tool's requirements.txt); PYTHON trains (Debian's python3-torch and
# libopenblas0-pthread). One thread each: on a shared machine more only wait for one another.
set -eu

if [ $# -ne 3 ]; then
    sed -n 2,5p "$0" >&2
    exit 2
fi
data=$1 output=$2 version=$3
here=$(cd "$(dirname "$0")" && pwd)
catalogue_python=${CATALOGUE_PYTHON:?names the Python with the catalogue tool\'s packages}
python=${PYTHON:-/usr/bin/python3}
export OMP_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE=1

"$catalogue_python" "$here/render.py" "$data" --count 18000
"$catalogue_python" "$here/generate.py" "$data" heads --first 12000 --count 5000 --queries 5
"$catalogue_python" "$here/generate.py" "$data" check --first 17000 --count 1000 --queries 2
"$python" "$here/train_images.py" "$data" --epochs 14 --held-out 6000
"$python" "$here/train_heads.py" "$data" --steps 3000 --output "$output" --version "$version"

#!/bin/sh
# Draws and writes the sample catalogue in a throw-away virtual environment: build.sh OUTPUT-FOLDER [BUILD-OPTION…]
set -eu

if [ $# -lt 1 ]; then
    echo "usage: $0 OUTPUT-FOLDER [--no-images] [--jobs N]" >&2
    exit 2
fi
out=$(mkdir -p "$1" && cd "$1" && pwd)
shift
here=$(cd "$(dirname "$0")" && pwd)

environment=$(mktemp -d)
trap 'rm -rf "$environment"' EXIT INT TERM
"${PYTHON:-python3}" -m venv "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"

cd "$here"
export PYTHONDONTWRITEBYTECODE=1
"$environment/bin/python" -m catalogue build --out "$out" --jobs "$(nproc)" "$@"
"$environment/bin/python" -m catalogue check --catalogue "$out"

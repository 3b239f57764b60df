#!/usr/bin/env bash
# Measures this program against other engines. Usage: peers.sh ASSAY CATALOGUE [OPTION …]; `peers.sh --help` lists the options.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
environment="$here/.venv"
if [ ! -x "$environment/bin/python" ]; then
    "${PYTHON:-python3}" -m venv "$environment"
fi
"$environment/bin/pip" install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
export PYTHONPATH="$here" PYTHONDONTWRITEBYTECODE=1
# Two threads that spin for work on a busy machine make a search of 0.1 ms last 40; parked ones do not.
export OMP_WAIT_POLICY=passive
exec "$environment/bin/python" -m peers "$@"

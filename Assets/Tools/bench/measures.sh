#!/usr/bin/env bash
# Measures a synthetic run with this program and with pytrec_eval. Usage: measures.sh ASSAY [ROUNDS]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
environment="$here/.venv-measures"
if [ ! -x "$environment/bin/python" ]; then
    "${PYTHON:-python3}" -m venv "$environment"
fi
"$environment/bin/pip" install --quiet --disable-pip-version-check pytrec_eval-terrier==0.5.11
PYTHONPATH="$here" PYTHONDONTWRITEBYTECODE=1 exec "$environment/bin/python" -m peers.measures "$@"

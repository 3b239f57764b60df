#!/usr/bin/env bash
# Starts llama-cpp-python's server on a miniature of random weights, runs a command while it answers, and stops it.
#
#     ./real_server.sh [COMMAND…]        by itself: swift test --filter RealServerTests
#
# Needs a Python with requirements-server.txt in $PYTHON, by itself .venv beside this script. The command finds the
# server's address in ASSAY_REMOTE_URL.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-$here/.venv/bin/python}
port=${PORT:-8642}
scratch=$(mktemp -d)
"$python" "$here/gguf_miniature.py" "$scratch/miniature.gguf"
"$python" -m llama_cpp.server --model "$scratch/miniature.gguf" --model_alias miniature --embedding true \
  --host 127.0.0.1 --port "$port" --n_ctx 512 --n_batch 512 >"$scratch/server.log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true; wait $server 2>/dev/null || true; rm -rf "$scratch"' EXIT

for _ in $(seq 300); do
  if curl --silent --fail "http://127.0.0.1:$port/v1/models" >/dev/null; then break; fi
  if ! kill -0 $server 2>/dev/null; then
    cat "$scratch/server.log" >&2
    echo "the server did not start" >&2
    exit 1
  fi
  sleep 0.2
done
if [ $# -eq 0 ]; then set -- swift test --filter RealServerTests; fi
ASSAY_REMOTE_URL="http://127.0.0.1:$port" "$@"

"""Reading and writing safetensors files, and the hash of a tower: FORMAT.md section 4."""

from __future__ import annotations

import hashlib
import json
import struct
from pathlib import Path

import numpy as np

_TYPES = {"F16": np.dtype("<f2"), "F32": np.dtype("<f4")}
_NAMES = {dtype: name for name, dtype in _TYPES.items()}


def write(path: Path, tensors: dict[str, np.ndarray], metadata: dict[str, str]) -> None:
    """Writes `tensors` in the order of their names; the header is padded so that the data start at a multiple of 64."""
    header: dict[str, object] = {"__metadata__": metadata}
    chunks, position = [], 0
    for name in sorted(tensors):
        array = np.ascontiguousarray(tensors[name])
        data = array.astype(array.dtype.newbyteorder("<")).tobytes()
        header[name] = {
            "dtype": _NAMES[array.dtype.newbyteorder("<")],
            "shape": list(array.shape),
            "data_offsets": [position, position + len(data)],
        }
        chunks.append(data)
        position += len(data)
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    text += b" " * (-(len(text) + 8) % 64)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(chunks))


def read(path: Path) -> tuple[dict[str, np.ndarray], dict[str, str]]:
    """The tensors of a file by name, and its metadata."""
    data = path.read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    metadata = header.pop("__metadata__", {})
    body = data[8 + length :]
    tensors = {}
    for name, entry in header.items():
        start, end = entry["data_offsets"]
        tensors[name] = np.frombuffer(body[start:end], _TYPES[entry["dtype"]]).reshape(entry["shape"]).copy()
    return tensors, metadata


def tower_hash(tensors: dict[str, np.ndarray], prefix: str) -> str:
    """SHA-256 over the names and bytes of the tensors whose names start with `prefix`."""
    digest = hashlib.sha256()
    for name in sorted(tensors):
        if name.startswith(prefix):
            digest.update(name.encode("utf-8") + b"\0")
            digest.update(np.ascontiguousarray(tensors[name]).tobytes())
    return digest.hexdigest()

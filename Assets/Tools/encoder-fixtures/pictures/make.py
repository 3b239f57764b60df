"""Writes the recorded pictures: make.py FOLDER."""

import json
import os
import sys

from resizes import resizes
from tensors import tensors


def main(folder):
    os.makedirs(folder, exist_ok=True)
    for name, value in [("resizes", resizes()), ("tensors", tensors())]:
        with open(os.path.join(folder, f"{name}.json"), "w") as file:
            json.dump(value, file, separators=(",", ":"))
            file.write("\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

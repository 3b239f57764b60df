"""Writes the recorded tokenizers, strings and numbers: make.py FOLDER."""

import json
import os
import sys

from classes import classes, mappings
from components import components
from miniatures import ALL
from strings import strings


def write(folder, name, value, indent=None):
    with open(os.path.join(folder, name), "w") as file:
        json.dump(value, file, ensure_ascii=False, indent=indent, separators=None if indent else (",", ":"))
        file.write("\n")


def main(folder):
    os.makedirs(folder, exist_ok=True)
    texts = strings()
    # Ascii escapes, so that no editor or version control normalizes what the strings are there to test.
    with open(os.path.join(folder, "strings.json"), "w") as file:
        json.dump(texts, file, indent=0)
        file.write("\n")
    expected = {}
    for name, make in ALL.items():
        tokenizer = make()
        write(folder, f"{name}.json", json.loads(tokenizer.to_str()))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        expected[name] = [tokenizer.encode(text).ids for text in texts]
        print(name, os.path.getsize(os.path.join(folder, f"{name}.json")), "bytes", sum(map(len, expected[name])), "tokens")
    write(folder, "expected.json", expected)
    write(folder, "components.json", components())
    write(folder, "classes.json", {"classes": classes(), "mappings": mappings()})


if __name__ == "__main__":
    main(*sys.argv[1:])

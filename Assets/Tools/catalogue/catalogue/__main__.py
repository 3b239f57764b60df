"""`python -m catalogue check` and `python -m catalogue build`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main() -> int:
    parser = argparse.ArgumentParser(prog="catalogue", description="The synthetic sample catalogue.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="prove what the catalogue promises")
    check.add_argument("--catalogue", type=Path, metavar="DIR", help="check the files of a built catalogue as well")
    build = commands.add_parser("build", help="write the catalogue")
    build.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to write it")
    build.add_argument("--no-images", action="store_true", help="leave the pictures as they are")
    build.add_argument("--jobs", type=int, default=1, metavar="N", help="how many processes draw (default 1)")
    arguments = parser.parse_args()
    return _check(arguments) if arguments.command == "check" else _build(arguments)


def _check(arguments: argparse.Namespace) -> int:
    from .check import check_catalogue, check_grammar

    violations = check_grammar()
    if arguments.catalogue:
        violations += check_catalogue(arguments.catalogue)
    for violation in violations[:40]:
        print(violation, file=sys.stderr)
    print("all checks passed" if not violations else f"{len(violations)} violations")
    return 1 if violations else 0


def _build(arguments: argparse.Namespace) -> int:
    from .build import build

    build(arguments.out, images=not arguments.no_images, jobs=arguments.jobs)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""`python -m catalogue check` and `python -m catalogue build`."""

from __future__ import annotations

import argparse
import sys


def main() -> int:
    parser = argparse.ArgumentParser(prog="catalogue", description="The synthetic sample catalogue.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="prove what the catalogue promises about its queries")
    arguments = parser.parse_args()
    if arguments.command == "check":
        return _check()
    return 2


def _check() -> int:
    from .check import run_checks

    violations = run_checks()
    for violation in violations[:40]:
        print(violation, file=sys.stderr)
    print("all checks passed" if not violations else f"{len(violations)} violations")
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())

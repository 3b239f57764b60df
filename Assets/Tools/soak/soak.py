#!/usr/bin/env python3
"""Press random keys in the explorer for a long time, and watch that nothing breaks.

usage: soak.py [options] -- COMMAND [ARG ...]

COMMAND (usually `assay explore INDEX --fresh --mouse`: without the mouse a terminal takes clicks for selections, which
look like differences) runs in a real terminal. A seeded source of keys, pastes, clicks and
resizes is sent to it. After every so many keys the keys stop until the screen is still; then it is looked at, repainted
from nothing with ctrl-l and looked at again: both must be equal, cell for cell in tmux (with colours and the cursor),
pixel for pixel in xterm (but for the blur of line drawing). The program must not end by itself (when the keys find a way
to leave it, the report names them and it is started again), and its memory must not grow: in each run of thirty readings
or more, the median of the last third may exceed that of the second third by 10 % (the first third warms the caches).

  --terminal tmux|xterm   where it runs (tmux)
  --seed N                which keys (1)
  --minutes M             for how long (30)
  --every N               keys between two comparisons (100)
  --pause S               seconds between two bursts of keys (0.05)
  --report FILE           a line of JSON for each comparison (no report)
  --keep DIR              where screens that differ are kept (.)

Needs tmux; for xterm also xvfb, xterm, xdotool and imagemagick. Exit status: 0 nothing found, 1 something found,
2 wrong use.
"""
import argparse, json, os, random, statistics, sys, time

from terminals import Tmux, Xterm

# Everything but q, which quits (not behind a prefix either, which some views don't have), and { and }, whose answer comes
# when the whole query set is ranked: long after the screen is still.
LETTERS = list("jjjjkkkkhhlllGvxcdfnuptFNPoDE*[]-=;,.<>rRsSmMwWiIaAbByTtXzLU")
SPECIAL = ["Up", "Down", "Left", "Right", "Home", "End", "PPage", "NPage", "Tab", "BTab", "Enter", "Enter",
           "Escape", "Escape", "Space", "BSpace", "C-r", "C-w", "C-u", "C-k", "C-y", "C-a", "C-e", "C-n", "C-p", "?"]
PREFIXED = ["zd", "zx", "zH", "zL", "zu", "zf", "zp", "za", "gg", "yi", "yr", "eh", "em"]
VIEWS = "F1 F1 F1 F2 F3 F4 F5".split()
WORDS = ["shoe", "red dress", "usb cable 2m", "-leather", "\"wireless mouse\"", "brand:", "sort:", "like:", "漢字", "é",
         "🇩🇪", "نص", "a" * 90, "café -", "(", "price:<20", "\u200d", "x\u0301\u0302"]
SIZES = [(80, 24), (160, 48), (120, 36), (100, 30), (61, 17), (40, 12), (200, 60), (81, 25), (20, 5)]


class Keys:
    """The seeded source of what is done to the program."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.size = (120, 36)

    def next(self):
        """One deed: ("keys", [names]), ("paste", text), ("click", column, row) or ("resize", columns, rows)."""
        pick = self.random.random()
        if pick < 0.55:
            return "keys", [self.random.choice(LETTERS)]
        if pick < 0.75:
            return "keys", [self.random.choice(SPECIAL)]
        if pick < 0.80:
            return "keys", list(self.random.choice(PREFIXED))
        if pick < 0.85:
            return "keys", [self.random.choice([*"1234", *VIEWS])]
        if pick < 0.91:
            return "keys", ["/", *self.typed(), "Enter"]
        if pick < 0.94:
            return "keys", [":", *self.random.choice(["grid", "dims", "view", "label", "curves", "explore"]), "Escape"]
        if pick < 0.96:
            return "paste", self.random.choice(WORDS)
        if pick < 0.985:
            return "click", self.random.randrange(self.size[0]), self.random.randrange(self.size[1])
        self.size = self.random.choice(SIZES)
        return "resize", *self.size

    def typed(self):
        word = self.random.choice(WORDS)
        return ["Space" if letter == " " else letter for letter in word if letter.isascii()]


def resident(pid):
    """The program's resident memory in MiB: all of it, and without pages of mapped files."""
    with open(f"/proc/{pid}/status") as status:
        sizes = dict(line.split(":", 1) for line in status)
    return [int(sizes.get(name, "0 kB").split()[0]) / 1024 for name in ("VmRSS", "RssAnon")]


def soak(start, options):
    keys, findings, lives, deeds = Keys(options.seed), [], [[]], []
    terminal = start()
    report = open(options.report, "w") if options.report else None
    pressed, rounds, due = 0, 0, options.every
    end = time.monotonic() + 60 * options.minutes
    while time.monotonic() < end:
        deed, *what = keys.next()
        deeds = [*deeds[-11:], [deed, *what]]
        getattr(terminal, deed)(*what)
        pressed += len(what[0]) if deed == "keys" else 1
        time.sleep(options.pause)
        if not terminal.is_running():
            status, screen = terminal.ending()
            terminal.close()
            if status != "0":
                findings.append(f"the program ended with {status or 'a signal'} after {pressed} keys\n{screen}")
                return pressed, rounds, lives, findings
            tell(report, {"keys": pressed, "left": deeds})
            keys.size, terminal = (120, 36), start()
            lives.append([])
        if pressed < due:
            continue
        due, rounds = pressed + options.every, rounds + 1
        before = terminal.still()
        terminal.keys(["C-l"])
        time.sleep(0.3)
        after = terminal.still()
        if not terminal.is_running():
            continue
        memory, own = resident(terminal.pid)
        lives[-1].append(memory)
        differs = before is None or after is None or not terminal.same(before, after)
        if differs:
            name = os.path.join(options.keep, f"{options.terminal}-{options.seed}-{rounds}")
            terminal.keep(before, name + "-before")
            terminal.keep(after, name + "-after")
            findings.append(f"round {rounds}, {pressed} keys: the screen differs from its repaint, see {name}-*")
        tell(report, {"round": rounds, "keys": pressed, "mib": round(memory, 1), "own_mib": round(own, 1), "same": not differs})
    terminal.close()
    return pressed, rounds, lives, findings + [found for life in lives for found in growth(life)]


def tell(report, line):
    if report:
        print(json.dumps(line), file=report, flush=True)


def growth(readings):
    third = len(readings) // 3
    if third < 10:
        return []
    middle, last = statistics.median(readings[third:2 * third]), statistics.median(readings[2 * third:])
    return [f"memory grew from {middle:.0f} to {last:.0f} MiB"] if last > 1.1 * middle else []


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1], add_help=True)
    parser.add_argument("--terminal", choices=["tmux", "xterm"], default="tmux")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--every", type=int, default=100)
    parser.add_argument("--pause", type=float, default=0.05)
    parser.add_argument("--report")
    parser.add_argument("--keep", default=".")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    command = options.command[1:] if options.command[:1] == ["--"] else options.command
    if not command:
        parser.error("name the command to run after --")
    # What a crash says must not end in a window that is too small for it.
    os.environ.setdefault("SWIFT_BACKTRACE", f"interactive=no,color=no,output-to={os.path.abspath(options.keep)}/crash.txt")
    kind = Tmux if options.terminal == "tmux" else Xterm

    def start():
        terminal = kind(command, 120, 36)
        time.sleep(2)
        return terminal

    pressed, rounds, lives, findings = soak(start, options)
    readings = max(lives, key=len)
    memory = f"{readings[0]:.0f} to {readings[-1]:.0f} MiB, at most {max(readings):.0f}" if readings else "not read"
    print(f"{options.terminal}, seed {options.seed}: {pressed} keys, {rounds} comparisons, {len(lives)} starts, "
          f"memory of the longest run {memory}")
    for finding in findings:
        print(f"found: {finding}")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()

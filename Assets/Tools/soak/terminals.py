"""Real terminals that a program runs in: tmux, read as text, and xterm, read as pixels."""
import os, re, shutil, subprocess, tempfile, time

X_NAMES = {"Enter": "Return", "Tab": "Tab", "BTab": "shift+Tab", "Space": "space", "BSpace": "BackSpace",
           "PPage": "Prior", "NPage": "Next"}
X_PUNCTUATION = {"/": "slash", "?": "question", ":": "colon", ";": "semicolon", ",": "comma", ".": "period",
                 "-": "minus", "=": "equal", "[": "bracketleft", "]": "bracketright", "{": "braceleft",
                 "}": "braceright", "*": "asterisk", "<": "less", ">": "greater", '"': "quotedbl", "(": "parenleft"}


def wait_until_still(look, same, patience=30.0, calm=2.0):
    """What `look` sees once it has not changed for `calm` seconds, so long that no answer is on its way any more; `None`
    when it never rests."""
    end, last, since = time.monotonic() + patience, look(), time.monotonic()
    while time.monotonic() < end:
        time.sleep(0.15)
        seen = look()
        if not same(seen, last):
            last, since = seen, time.monotonic()
        elif time.monotonic() - since >= calm:
            return seen
    return None


def cells(screen):
    """What every cell shows, whichever way tmux wrote it: blanks have a background only, and the end of a line is bare."""
    cursor, *lines = screen.split("\n")
    state, rows = {}, []
    for line in lines:
        row = []
        for codes, character in re.findall(r"\x1b\[([0-9;]*)m|([^\x1b])", line):
            if not character:
                style(state, [int(code or 0) for code in codes.split(";")])
            elif character == " ":
                row.append((" ", state.get("background"), state.get("reverse")))
            else:
                row.append((character, *sorted(state.items())))
        while row and row[-1] == (" ", None, None):
            row.pop()
        rows.append(row)
    return cursor, rows


def style(state, codes):
    """Applies the codes of one SGR sequence."""
    flags = {1: "bold", 2: "dim", 3: "italic", 4: "underline", 7: "reverse"}
    ends = {22: ("bold", "dim"), 23: ("italic",), 24: ("underline",), 27: ("reverse",), 39: ("colour",), 49: ("background",)}
    while codes:
        code = codes.pop(0)
        if code == 0:
            state.clear()
        elif code in flags:
            state[flags[code]] = True
        elif code in ends:
            for name in ends[code]:
                state.pop(name, None)
        elif code in (38, 48):
            count = 2 if codes[0] == 5 else 4
            state["colour" if code == 38 else "background"] = tuple(codes[:count])
            del codes[:count]
        elif 30 <= code <= 37 or 90 <= code <= 97:
            state["colour"] = code
        elif 40 <= code <= 47 or 100 <= code <= 107:
            state["background"] = code


def alive(pid):
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


class Run:
    """A command in a shell that notes its process and what it ended with."""

    def __init__(self, command, folder):
        self.file = os.path.join(folder, "pid")
        script = f"""sh -c 'echo $$ > "{self.file}"; exec "$@"' sh "$@"; echo $? > "{self.file}.status"; sleep 5"""
        self.command = ["sh", "-c", script, "sh", *command]

    def pid(self, is_there=lambda: True):
        """The program's process, once it is there."""
        end = time.monotonic() + 60
        while not (os.path.exists(self.file) and os.path.getsize(self.file)):
            if not is_there() or time.monotonic() > end:
                raise SystemExit("the terminal did not start")
            time.sleep(0.1)
        with open(self.file) as file:
            return int(file.read())

    def status(self):
        """The exit status, as a shell gives it: above 128 after a signal."""
        time.sleep(1)
        try:
            with open(self.file + ".status") as file:
                return file.read().strip()
        except OSError:
            return ""


class Tmux:
    """A program in a tmux of its own."""

    def __init__(self, command, columns, rows):
        self.folder = tempfile.mkdtemp(prefix="soak")
        self.socket = os.path.join(self.folder, "tmux")
        self.program = Run(command, self.folder)
        self.run("-f", "/dev/null", "new-session", "-d", "-s", "soak", "-x", str(columns), "-y", str(rows),
                 "--", *self.program.command)
        self.run("set-option", "-g", "escape-time", "0")
        self.pid = self.program.pid()

    def close(self):
        self.run("kill-server", check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *arguments, check=True):
        return subprocess.run(["tmux", "-S", self.socket, *arguments], check=check, capture_output=True,
                              text=True).stdout.rstrip("\n")

    def keys(self, names):
        self.run("send-keys", "-t", "soak", "--", *[name.replace(";", "\\;") for name in names])

    def paste(self, text):
        self.run("set-buffer", "--", text)
        self.run("paste-buffer", "-p", "-t", "soak")

    def click(self, column, row):
        report = f"\x1b[<0;{column + 1};{row + 1}M\x1b[<0;{column + 1};{row + 1}m"
        self.run("send-keys", "-t", "soak", "-H", *[f"{byte:02x}" for byte in report.encode()])

    def resize(self, columns, rows):
        self.run("resize-window", "-t", "soak", "-x", str(columns), "-y", str(rows))

    def look(self):
        cursor = self.run("display-message", "-p", "-t", "soak", "#{cursor_flag} #{cursor_x} #{cursor_y}")
        # Where the cursor is hidden, its place means nothing.
        return ("hidden" if cursor.startswith("0") else cursor) + "\n" + self.run("capture-pane", "-e", "-p", "-t", "soak")

    def same(self, one, other):
        return one == other or cells(one) == cells(other)

    def still(self):
        return wait_until_still(self.look, self.same)

    def keep(self, screen, name):
        with open(name + ".txt", "w") as file:
            file.write(screen or "never still")

    def is_running(self):
        return alive(self.pid)

    def ending(self):
        """The exit status and what was left on the screen."""
        return self.program.status(), self.run("capture-pane", "-p", "-S", "-40", "-t", "soak")


class Xterm:
    """A program in an xterm with sixel pictures, on an X server of its own."""

    def __init__(self, command, columns, rows):
        self.folder = tempfile.mkdtemp(prefix="soak")
        read, write = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1900x1200x24",
                                        "-nolisten", "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with open(read) as answer:
            self.environment = dict(os.environ, DISPLAY=":" + answer.readline().strip())
        self.program = Run(command, self.folder)
        self.terminal = subprocess.Popen(
            ["xterm", "-ti", "vt340", "-geometry", f"{columns}x{rows}+0+0", "-fa", "DejaVu Sans Mono", "-fs", "8",
             "-bg", "black", "-fg", "white", "-xrm", "*sixelScrolling: true", "-xrm", "*numColorRegisters: 256",
             "-xrm", "*maxGraphicSize: 2000x1200", "-xrm", "*cursorBlink: false",
             "-e", *self.program.command],
            env=self.environment, stderr=subprocess.DEVNULL)
        self.pid = self.program.pid(lambda: self.terminal.poll() is None)
        self.window = self.tool("xdotool", "search", "--sync", "--onlyvisible", "--class", "xterm").split()[-1]
        self.tool("xdotool", "windowfocus", "--sync", self.window)
        # The pointer stands where it can't be taken for a click.
        self.tool("xdotool", "mousemove", "1890", "1190")
        width, height = self.extent()
        self.cell = ((width - 4) // columns, (height - 4) // rows)

    def close(self):
        for process in (self.terminal, self.server):
            process.terminate()
            process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def tool(self, *arguments, text=True):
        return subprocess.run(arguments, env=self.environment, check=False, capture_output=True, text=text).stdout

    def extent(self):
        facts = dict(line.split("=", 1) for line in self.tool(
            "xdotool", "getwindowgeometry", "--shell", self.window).splitlines() if "=" in line)
        return int(facts["WIDTH"]), int(facts["HEIGHT"])

    def keys(self, names):
        self.tool("xdotool", "key", "--delay", "2", *[self.name(name) for name in names])

    @staticmethod
    def name(key):
        if key.startswith("C-"):
            return "ctrl+" + key[2:]
        return X_NAMES.get(key) or X_PUNCTUATION.get(key) or key

    def paste(self, text):
        self.tool("xdotool", "type", "--delay", "2", text)

    def click(self, column, row):
        self.tool("xdotool", "mousemove", str(2 + column * self.cell[0] + self.cell[0] // 2),
                  str(2 + row * self.cell[1] + self.cell[1] // 2), "click", "1", "mousemove", "1890", "1190")

    def resize(self, columns, rows):
        self.tool("xdotool", "windowsize", self.window, str(4 + columns * self.cell[0]), str(4 + rows * self.cell[1]))

    def look(self):
        return self.tool("import", "-window", self.window, "-depth", "8", "rgb:-", text=False)

    def same(self, one, other):
        """Smoothed glyphs reach into their neighbours, by how much depends on the order; no more than a faint trace."""
        return len(one) == len(other) and (one == other or max(abs(a - b) for a, b in zip(one, other)) < 96)

    def still(self):
        return wait_until_still(self.look, self.same)

    def keep(self, screen, name):
        width, height = self.extent()
        if screen is not None and len(screen) == 3 * width * height:
            subprocess.run(["convert", "-size", f"{width}x{height}", "-depth", "8", "rgb:-", name + ".png"], input=screen)

    def is_running(self):
        return alive(self.pid)

    def ending(self):
        """The exit status, and nothing of the screen."""
        return self.program.status(), ""

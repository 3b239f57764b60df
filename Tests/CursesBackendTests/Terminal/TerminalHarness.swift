import CursesBackend
import TerminalUI

/// Opens a terminal on a pseudo-terminal, and closes it after the body.
func withTerminal<T>(
  images: TerminalOptions.Images = .auto, theme: ThemeChoice = .auto, budget: Int? = nil,
  environment: [String: String] = CursesTerminalTests.environment,
  columns: Int = 80, rows: Int = 24, cell: (width: Int, height: Int) = (0, 0),
  _ body: (CursesTerminal, PseudoTerminal) throws -> T
) throws -> T {
  try PseudoTerminal.open(columns: columns, rows: rows, cell: cell) { pty in
    let options = TerminalOptions(
      images: images, theme: theme, imageBudget: budget, environment: environment)
    let terminal = try CursesTerminal(options: options, input: pty.terminal, output: pty.terminal)
    defer { terminal.close() }
    return try body(terminal, pty)
  }
}

/// Waits for the next input of any kind, as long as it takes.
func next(_ terminal: CursesTerminal) -> [TerminalInput] {
  while true {
    terminal.wait(for: [])
    let inputs = terminal.readEvents()
    if !inputs.isEmpty { return inputs }
  }
}

/// A frame with these lines of single-width characters.
func screen(_ lines: String..., columns: Int = 80, rows: Int = 24) -> Screen {
  screen(lines[...], columns: columns, rows: rows)
}

/// The same of a part of a list.
func screen(_ lines: ArraySlice<String>, columns: Int = 80, rows: Int = 24) -> Screen {
  var screen = Screen(size: Size(columns: columns, rows: rows))
  for (row, line) in lines.enumerated() {
    for (column, character) in line.enumerated() {
      screen[column: column, row: row] = Cell(String(character))
    }
  }
  return screen
}

internal import TerminalUI

/// Pieces of text of one line, each with its style.
struct Segments {
  private(set) var parts: [(text: String, style: Style)] = []

  init() {}

  init(_ text: String, _ style: Style = .plain) {
    parts = [(text, style)]
  }

  /// Cells the pieces take together.
  var columns: Int { parts.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  mutating func add(_ text: String, _ style: Style = .plain) {
    parts.append((text, style))
  }

  /// The pieces with others directly behind them.
  func followed(by other: Segments) -> Segments {
    var line = self
    line.parts += other.parts
    return line
  }

  /// Adds another run of pieces behind a separator, unless either is empty.
  mutating func join(_ other: Segments, by separator: String = " · ") {
    guard !other.parts.isEmpty else { return }
    if !parts.isEmpty { add(separator, Style(.muted)) }
    parts += other.parts
  }

  /// Joins as many of the pieces as fit, in order of importance: the first that do not fit are left out.
  static func fitting(_ pieces: [Segments], columns: Int, separator: String = " · ") -> Segments {
    var line = Segments()
    for piece in pieces {
      var longer = line
      longer.join(piece, by: separator)
      if longer.columns <= columns { line = longer }
    }
    return line
  }

  /// Draws the pieces from `column` on, within `maxColumns` cells.
  func draw(on screen: inout Screen, column: Int, row: Int, maxColumns: Int) {
    var position = column
    for part in parts {
      let room = column + maxColumns - position
      guard room > 0 else { return }
      position += screen.put(part.text, column: position, row: row, style: part.style, maxColumns: room)
    }
  }

  /// Draws the pieces so that they end before `column`.
  func draw(on screen: inout Screen, before column: Int, row: Int) {
    draw(on: &screen, column: column - columns, row: row, maxColumns: columns)
  }
}

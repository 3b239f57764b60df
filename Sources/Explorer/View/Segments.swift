internal import TerminalUI

/// Pieces of text of one line, each with its style and what a click on it does.
struct Segments {
  /// What a click does: a command, with the key that asks for the same.
  struct Click: Hashable {
    let command: Command
    let key: Key
  }

  private(set) var parts: [(text: String, style: Style, click: Click?)] = []

  init() {}

  init(_ text: String, _ style: Style = .plain) {
    add(text, style)
  }

  /// Cells the pieces take together.
  var columns: Int { parts.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  mutating func add(_ text: String, _ style: Style = .plain, click: Click? = nil) {
    parts.append((text, style, click))
  }

  /// What a click does on a cell, counted from the first one of the line.
  func click(at column: Int) -> Click? {
    var start = 0
    for part in parts {
      let end = start + DisplayWidth.of(part.text)
      if (start..<end).contains(column) { return part.click }
      start = end
    }
    return nil
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

  /// Joins pieces in their order; where not all fit, only the most important ones, those of the lowest numbers, behind a
  /// `…`.
  static func fitting(
    byImportance pieces: [(piece: Segments, rank: Int)], columns: Int
  ) -> (line: Segments, isCut: Bool) {
    func joined(_ ranks: Set<Int>, isCut: Bool) -> Segments {
      var line = isCut ? Segments("…", Style(.muted)) : Segments()
      for piece in pieces where ranks.contains(piece.rank) { line.join(piece.piece) }
      return line
    }
    let ranks = pieces.filter { !$0.piece.parts.isEmpty }.map(\.rank).sorted()
    let whole = joined(Set(ranks), isCut: false)
    guard whole.columns > columns else { return (whole, false) }
    var kept: Set<Int> = []
    for rank in ranks where joined(kept.union([rank]), isCut: true).columns <= columns { kept.insert(rank) }
    return (kept.isEmpty ? Segments() : joined(kept, isCut: true), true)
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

extension Segments.Click {
  /// Asks for what a binding's key asks for.
  init(_ binding: Binding) {
    self.init(command: binding.command, key: binding.keys.first?.last ?? .enter)
  }
}

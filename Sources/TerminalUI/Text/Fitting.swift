/// Text made to fit a number of cells.
package enum Fitting {
  /// Where text that is too long may be cut.
  package enum Cut: Hashable, Sendable {
    /// Anywhere.
    case anywhere
    /// After a whole word when that keeps at least half of the room, otherwise anywhere.
    case atWord
    /// At the front, so that the end stays (paths).
    case atFront
  }

  /// `text` unchanged when it fits, otherwise shortened to at most `columns` cells including a `…`.
  package static func truncate(_ text: String, columns: Int, cut: Cut = .anywhere) -> String {
    truncate(Glyph.safe(text), columns: columns, cut: cut).map(\.text).joined()
  }

  /// The same for text that is already in its safe form.
  static func truncate(_ glyphs: [Glyph], columns: Int, cut: Cut) -> [Glyph] {
    guard columns > 0 else { return [] }
    guard glyphs.reduce(0, { $0 + $1.columns }) > columns else { return glyphs }
    if cut == .atFront { return [ellipsis] + prefix(of: glyphs.reversed(), columns: columns - 1).reversed() }
    var kept = prefix(of: glyphs, columns: columns - 1)
    if cut == .atWord, glyphs[kept.count] != .blank, let space = kept.lastIndex(of: .blank),
      space * 2 >= kept.count
    {
      kept.removeSubrange(space...)
    }
    while let last = kept.last, last == .blank || last.text == "," { kept.removeLast() }
    return kept + [ellipsis]
  }

  private static let ellipsis = Glyph(text: "…", columns: 1)

  /// Breaks text into lines of at most `columns` cells, at spaces where possible.
  ///
  /// With `maxLines`, the last line is truncated at a word when text is left over.
  package static func wrap(_ text: String, columns: Int, maxLines: Int = .max) -> [String] {
    guard columns > 0, maxLines > 0 else { return [] }
    var lines: [String] = []
    var rest = Glyph.safe(text)[...]
    while !rest.isEmpty {
      if lines.count == maxLines - 1 {
        let last = truncate(Array(rest), columns: columns, cut: .atWord)
        lines.append(last.map(\.text).joined())
        return lines
      }
      lines.append(takeLine(from: &rest, columns: columns))
    }
    return lines
  }

  private static func takeLine(from rest: inout ArraySlice<Glyph>, columns: Int) -> String {
    var used = 0
    var end = rest.startIndex
    while end < rest.endIndex, used + rest[end].columns <= columns {
      used += rest[end].columns
      end += 1
    }
    // A glyph wider than the line still has to go somewhere.
    if end == rest.startIndex { end += 1 }
    if end < rest.endIndex, rest[end].text != " ",
      let space = rest[rest.startIndex..<end].lastIndex(where: { $0.text == " " }), space > rest.startIndex
    {
      end = space
    }
    let line = rest[rest.startIndex..<end].map(\.text).joined()
    rest = rest[end...].drop { $0.text == " " }
    return line
  }

  private static func prefix(of glyphs: some Sequence<Glyph>, columns: Int) -> [Glyph] {
    var used = 0
    return Array(
      glyphs.prefix { glyph in
        used += glyph.columns
        return used <= columns
      })
  }
}

internal import TerminalUI

/// Foresees when ncurses would scroll part of the screen rather than rewrite it, which tears the pictures on it.
///
/// A line that differs from all others and reappears elsewhere makes ncurses scroll (`_nc_hash_map` in hashmap.c),
/// whatever `idlok` says: that only keeps it from inserting and deleting lines. A frame in which a single row changes is
/// safe: a line that reappears in that row also stands where it was, and so does not differ from all others. Frames that
/// would scroll are therefore handed over row by row.
struct ScrollHazard {
  let last: [Glyph]
  let next: [Glyph]
  let columns: Int

  /// Whether some row's text moves to another row, and neither frame has it twice.
  ///
  /// Colours do not count, as for ncurses. `rows` are the rows that differ: such a text comes from one of these and
  /// goes to another.
  func threatens(_ rows: [Int]) -> Bool {
    guard rows.count > 1 else { return false }
    var origins: [UInt64: [Int]] = [:]
    for row in rows { origins[digest(last, row), default: []].append(row) }
    return rows.contains { row in
      origins[digest(next, row), default: []].contains { origin in
        origin != row && hasSameText(last, origin, as: next, row) && isUnique(origin, in: last)
          && isUnique(row, in: next)
      }
    }
  }

  private func isUnique(_ row: Int, in frame: [Glyph]) -> Bool {
    (0..<frame.count / columns).allSatisfy { $0 == row || !hasSameText(frame, $0, as: frame, row) }
  }

  private func hasSameText(_ one: [Glyph], _ row: Int, as other: [Glyph], _ otherRow: Int) -> Bool {
    (0..<columns).allSatisfy { column in
      one[row * columns + column].text == other[otherRow * columns + column].text
    }
  }

  /// Equal for rows of the same text, and nearly always different for others.
  private func digest(_ frame: [Glyph], _ row: Int) -> UInt64 {
    frame[row * columns..<(row + 1) * columns].reduce(0xcbf2_9ce4_8422_2325) { digest, glyph in
      (digest ^ UInt64(glyph.text.utf8.first ?? 0)) &* 0x100_0000_01b3  // FNV-1a
    }
  }
}

extension Glyph {
  /// The character that ncurses keeps for the cell.
  fileprivate var text: String {
    switch self {
    case .cell(let cell): cell.text
    case .sentinel(let sentinel): sentinel & 2 == 0 ? "\u{a0}" : "\u{2800}"
    case .block: "▀"
    }
  }
}

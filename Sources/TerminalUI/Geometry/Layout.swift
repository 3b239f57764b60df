extension Rect {
  /// Cuts rows off the top and returns them; what is left stays in `self`.
  package mutating func takeTop(_ rows: Int) -> Rect {
    let taken = max(0, min(rows, self.rows))
    defer {
      row += taken
      size.rows -= taken
    }
    return Rect(column: column, row: row, columns: columns, rows: taken)
  }

  /// Cuts rows off the bottom and returns them.
  package mutating func takeBottom(_ rows: Int) -> Rect {
    let taken = max(0, min(rows, self.rows))
    size.rows -= taken
    return Rect(column: column, row: maxRow, columns: columns, rows: taken)
  }

  /// Cuts columns off the left and returns them.
  package mutating func takeLeft(_ columns: Int) -> Rect {
    let taken = max(0, min(columns, self.columns))
    defer {
      column += taken
      size.columns -= taken
    }
    return Rect(column: column, row: row, columns: taken, rows: rows)
  }

  /// Cuts columns off the right and returns them.
  package mutating func takeRight(_ columns: Int) -> Rect {
    let taken = max(0, min(columns, self.columns))
    size.columns -= taken
    return Rect(column: maxColumn, row: row, columns: taken, rows: rows)
  }

  /// Cuts the rectangle into `count` parts side by side, `gap` columns apart.
  ///
  /// Parts differ by at most one column; the wider ones come first.
  /// - Precondition: `count` is positive.
  package func sideBySide(_ count: Int, gap: Int = 1) -> [Rect] {
    precondition(count > 0, "a rectangle can't be cut into \(count) parts")
    let room = max(0, columns - gap * (count - 1))
    var left = column
    return (0..<count).map { index in
      let width = room / count + (index < room % count ? 1 : 0)
      defer { left += width + gap }
      return Rect(column: left, row: row, columns: width, rows: rows)
    }
  }

  /// The part that also lies in `other`; empty when they do not touch.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: min(maxColumn, other.maxColumn) - left,
      rows: min(maxRow, other.maxRow) - top)
  }
}

/// A place in a query's scalars, and the readings that depend on nothing but what follows it.
struct QueryScanner {
  let scalars: [Unicode.Scalar]
  var position = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  var isAtEnd: Bool { position == scalars.count }

  /// The scalar at a position, or `nil` beyond the end.
  subscript(position: Int) -> Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  /// Whether white space or the text's end is at a position.
  func isBlank(at position: Int) -> Bool {
    self[position]?.properties.isWhitespace ?? true
  }

  /// Goes on to the next scalar that is no white space.
  mutating func skipBlanks() {
    while !isAtEnd, isBlank(at: position) { position += 1 }
  }

  /// The text of a range.
  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// Reads on to white space or to a scalar of `stops`.
  mutating func bare(until stops: Set<Unicode.Scalar> = []) -> String {
    let start = position
    while !isBlank(at: position), !stops.contains(scalars[position]) { position += 1 }
    return text(start..<position)
  }

  /// Reads a text in quotes, of which the opening one is here; a doubled quote stands for one.
  mutating func quoted() -> (text: String, isClosed: Bool) {
    var view = String.UnicodeScalarView()
    position += 1
    while let scalar = self[position] {
      position += 1
      if scalar == "\"" {
        guard self[position] == "\"" else { return (String(view), true) }
        position += 1
      }
      view.append(scalar)
    }
    return (String(view), false)
  }

  /// The end of an unsigned decimal number such as `2`, `0.5` or `.5` that begins at a position, or `nil`.
  func endOfNumber(from start: Int) -> Int? {
    var end = start
    var digits = 0
    var points = 0
    while let scalar = self[end], scalar == "." || ("0"..."9").contains(scalar) {
      if scalar == "." { points += 1 } else { digits += 1 }
      end += 1
    }
    return digits > 0 && points <= 1 ? end : nil
  }

  /// The name before a colon in the token that begins at a position, and the place behind the colon.
  func name(at start: Int) -> (name: String, valueStart: Int)? {
    let limit = start + 100
    var end = start
    while !isBlank(at: end), scalars[end] != "\"", end < limit {
      if scalars[end] == ":" { return end > start ? (text(start..<end), end + 1) : nil }
      end += 1
    }
    return nil
  }
}

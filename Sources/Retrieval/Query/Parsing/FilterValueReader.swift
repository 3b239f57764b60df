/// Reads the alternatives of one filter, from behind the colon to the blank that ends them.
struct FilterValueReader {
  let field: FilterField
  var scanner: QueryScanner
  let isTyping: Bool

  /// The conditions; none when the only one is still being typed.
  mutating func read() throws(QueryError) -> [FilterCondition] {
    var conditions: [FilterCondition] = []
    while true {
      let start = scanner.position
      if let condition = try readCondition() { conditions.append(condition) }
      guard conditions.count <= QueryParser.alternativeLimit else {
        throw error(
          start..<scanner.position, "more than \(QueryParser.alternativeLimit) alternatives: leave some out")
      }
      guard scanner[scanner.position] == "," else { break }
      scanner.position += 1
    }
    guard scanner.isBlank(at: scanner.position) else {
      let end = scanner.position
      throw error(end..<end + 1, "a blank or a comma follows a value in quotes")
    }
    return conditions
  }

  private mutating func readCondition() throws(QueryError) -> FilterCondition? {
    let start = scanner.position
    let isQuoted = scanner[start] == "\""
    var value = try isQuoted ? readQuoted() : scanner.bare(until: [","])
    let isPrefix = isQuoted ? takeStar() : value.utf8.count > 1 && value.utf8.last == UInt8(ascii: "*")
    if isPrefix, !isQuoted { value.unicodeScalars.removeLast() }
    let place = start..<scanner.position
    if value.allSatisfy(\.isWhitespace) {
      if isTyping, scanner.isAtEnd { return nil }
      throw error(place, "a value is missing: \(example)")
    }
    switch field.kind {
    case .text:
      let isOpen = isTyping && scanner.isAtEnd && (!isQuoted || scanner[scanner.position - 1] != "\"")
      return try text(value, isPrefix: isPrefix || isOpen, isQuoted: isQuoted, place: place)
    case .number where isPrefix, .flag where isPrefix:
      throw error(place, "only words have a beginning that * stands behind: write \(example)")
    case .number: return try number(value, place: place)
    case .flag: return try flag(value, place: place)
    }
  }

  private mutating func readQuoted() throws(QueryError) -> String {
    let start = scanner.position
    let (text, isClosed) = scanner.quoted()
    guard isClosed || isTyping else {
      throw error(start..<scanner.position, "the quote is not closed: add \" where the value ends")
    }
    return text
  }

  /// Reads the `*` behind a value in quotes.
  private mutating func takeStar() -> Bool {
    guard scanner[scanner.position] == "*" else { return false }
    scanner.position += 1
    return true
  }

  private func text(
    _ value: String, isPrefix: Bool, isQuoted: Bool, place: Range<Int>
  ) throws(QueryError) -> FilterCondition {
    if !isQuoted, let first = value.unicodeScalars.first, first == "<" || first == ">" {
      throw error(
        place, "'\(field.name)' holds text, which has no size: write \(example), or the value in quotes")
    }
    return isPrefix ? .prefix(value) : .text(value)
  }

  private func flag(_ value: String, place: Range<Int>) throws(QueryError) -> FilterCondition? {
    let spelling = value.lowercased()
    if ["true", "yes"].contains(spelling) { return .flag(true) }
    if ["false", "no"].contains(spelling) { return .flag(false) }
    if isTyping, scanner.isAtEnd, ["true", "yes", "false", "no"].contains(where: { $0.hasPrefix(spelling) }) {
      return nil
    }
    throw error(place, "'\(value)' is neither true nor false: write \(example)")
  }

  private func number(_ value: String, place: Range<Int>) throws(QueryError) -> FilterCondition? {
    let operators: [(String, (Double) -> FilterCondition)] = [
      ("<=", { .atMost($0) }), (">=", { .atLeast($0) }), ("<", { .below($0) }), (">", { .above($0) }),
    ]
    for (spelling, condition) in operators where value.hasPrefix(spelling) {
      let rest = place.lowerBound + spelling.unicodeScalars.count..<place.upperBound
      return try bound(String(value.dropFirst(spelling.count)), place: rest).map(condition)
    }
    if let dots = value.firstRange(of: "..") {
      return try range(String(value[..<dots.lowerBound]), String(value[dots.upperBound...]), place: place)
    }
    return try bound(value, place: place).map { .number($0) }
  }

  private func range(
    _ lower: String, _ upper: String, place: Range<Int>
  ) throws(QueryError) -> FilterCondition? {
    let middle = place.lowerBound + lower.unicodeScalars.count
    let least = lower.isEmpty ? nil : try bound(lower, place: place.lowerBound..<middle)
    let most = upper.isEmpty ? nil : try bound(upper, place: middle + 2..<place.upperBound)
    switch (least, most) {
    case (let least?, let most?):
      guard least <= most else {
        if isTyping, scanner.isAtEnd { return nil }
        throw error(place, "no number lies in this range: write \(upper)..\(lower)")
      }
      return .between(least, most)
    case (let least?, nil): return .atLeast(least)
    case (nil, let most?): return .atMost(most)
    case (nil, nil):
      if isTyping, scanner.isAtEnd { return nil }
      throw error(place, "a range needs a number: \(example)")
    }
  }

  /// A number; `nil` when it is still being typed.
  private func bound(_ value: String, place: Range<Int>) throws(QueryError) -> Double? {
    let isDecimal = value.utf8.allSatisfy { "0123456789.+-eE".utf8.contains($0) }
    if isDecimal, let number = Double(value), number.isFinite { return number }
    if isTyping, scanner.isAtEnd, ["", "-", "+", ".", "-."].contains(value) { return nil }
    throw error(place, "'\(value)' is not a number: write \(example)")
  }

  /// What a filter by this field looks like.
  private var example: String {
    let name = QuerySpelling.name(field.name)
    return switch field.kind {
    case .text: "\(name):word, \(name):\"two words\" or \(name):begin*"
    case .number: "\(name):<50, \(name):>=10, \(name):10..50 or \(name):20"
    case .flag: "\(name):true or \(name):false"
    }
  }

  private func error(_ place: Range<Int>, _ message: String) -> QueryError {
    QueryError(range: CharacterRange.of(place, in: scanner.scalars), message: message)
  }
}

/// The parts of a measure's name in ir_measures' notation: `base(parameter=value,…)@cutoff`.
struct MeasureName {
  let base: String
  /// Parameters in the order written, quotes and braces removed.
  let parameters: [(name: String, value: String)]
  /// What follows `@`.
  let cutoff: String?

  /// Takes a name apart; the parts may still be unknown to every measure.
  init(_ name: String) throws(MeasureNameError) {
    var rest = Substring(name)
    cutoff = Self.cutOff(&rest)
    guard let open = rest.firstIndex(of: "(") else {
      base = String(rest)
      parameters = []
      return
    }
    guard rest.last == ")" else {
      throw MeasureNameError(name: name, reason: "a ')' is missing, as in P(rel=2)@10")
    }
    base = String(rest[..<open])
    var parameters: [(name: String, value: String)] = []
    for part in Self.parts(rest[rest.index(after: open)...].dropLast()) {
      guard let equals = part.firstIndex(of: "=") else {
        throw MeasureNameError(name: name, reason: "'\(part)' is no parameter=value")
      }
      let parameter = part[..<equals].filter { !$0.isWhitespace }
      guard !parameters.contains(where: { $0.name == parameter }) else {
        throw MeasureNameError(name: name, reason: "\(parameter) is given twice")
      }
      parameters.append((parameter, Self.bare(part[part.index(after: equals)...])))
    }
    self.parameters = parameters
  }

  /// Takes `@cutoff` off the end, where the last `@` stands behind all parentheses.
  private static func cutOff(_ rest: inout Substring) -> String? {
    guard let at = rest.lastIndex(of: "@"), !rest[at...].contains(")") else { return nil }
    defer { rest = rest[..<at] }
    return String(rest[rest.index(after: at)...])
  }

  /// The parts between commas that stand in no braces and no quotes.
  private static func parts(_ text: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var (depth, quote) = (0, Character?.none)
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
        continue
      }
      switch character {
      case "'", "\"": quote = character
      case "{": depth += 1
      case "}": depth -= 1
      case "," where depth == 0:
        parts.append(text[start..<index])
        start = text.index(after: index)
      default: break
      }
    }
    parts.append(text[start...])
    return parts.filter { !$0.allSatisfy(\.isWhitespace) }
  }

  /// A value without blanks around it and without its quotes or braces.
  private static func bare(_ text: Substring) -> String {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    for (open, close) in [("'", "'"), ("\"", "\""), ("{", "}")] as [(Character, Character)]
    where text.count >= 2 && text.first == open && text.last == close {
      text = text.dropFirst().dropLast()
      break
    }
    return String(text)
  }
}

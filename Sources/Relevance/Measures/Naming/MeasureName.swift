/// The parts of a measure's name in ir_measures' notation: `base(parameter=value,…)@cutoff`.
struct MeasureName {
  let base: String
  /// Parameters in the order written, quotes and braces removed.
  let parameters: [(name: String, value: String)]
  /// What follows `@`.
  let cutoff: String?

  /// Takes a name apart; the parts may still be unknown to every measure.
  init(_ name: String) throws(MeasureNameError) {
    if let names = Self.several(name) {
      throw MeasureNameError(
        name: name,
        reason: "a blank stands between names; give each as an argument of its own, first \(names)")
    }
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

  /// What stands before the first blank outside parentheses that another name follows; `nil` when none does.
  private static func several(_ name: String) -> Substring? {
    var depth = 0
    for index in name.indices {
      switch name[index] {
      case "(": depth += 1
      case ")": depth -= 1
      case let sign where depth == 0 && sign.isWhitespace:
        let rest = name[index...].drop { $0.isWhitespace }
        if index > name.startIndex, rest.first?.isLetter == true { return name[..<index] }
      default: break
      }
    }
    return nil
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

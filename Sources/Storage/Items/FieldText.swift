import Retrieval

/// What the text of a field's value stands for in a filter: keys, a number, a flag.
enum FieldText {
  /// The keys of a value: its own, and those of its parts when it is a path such as `Clothing > Coats`.
  static func keys(of value: String) -> [String] {
    let parts =
      value.contains(">") ? value.split(separator: ">").map { FilterCondition.key(of: String($0)) } : []
    var keys: [String] = []
    for key in [FilterCondition.key(of: value)] + parts where !key.isEmpty && !keys.contains(key) {
      keys.append(key)
    }
    return keys
  }

  /// The number that a text spells in digits, such as `-12.50` or `1e3`; `nil` for anything else.
  static func number(_ text: String) -> Double? {
    guard let first = text.utf8.first(where: { $0 != 0x2d && $0 != 0x2b }),
      first == 0x2e || (0x30...0x39).contains(first),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2b, 0x2d, 0x2e, 0x45, 0x65].contains($0) }),
      let value = Double(text), value.isFinite
    else { return nil }
    return value
  }

  /// The number in a price: currency signs, codes and blanks are left aside, `1,299.00`, `1.299,00` and `1 299,00` are
  /// the same.
  ///
  /// A single comma or dot with exactly three digits behind it groups thousands when it is a comma and separates
  /// decimals when it is a dot.
  static func amount(_ text: String) -> Double? {
    if let plain = number(text) { return plain }
    let outside = { (character: Character) in !(character.isASCII && character.isWholeNumber) }
    let core = text.drop { outside($0) && $0 != "-" }
    guard let end = core.lastIndex(where: { !outside($0) }) else { return nil }
    var digits = core[...end].filter { !$0.isWhitespace && $0 != "'" && $0 != "’" }
    let lastComma = digits.lastIndex(of: ","), lastDot = digits.lastIndex(of: ".")
    switch (lastComma, lastDot) {
    case (let comma?, let dot?):
      digits = digits.filter { $0 != (comma > dot ? "." : ",") }
    case (let comma?, nil):
      let isGrouping = digits.count { $0 == "," } > 1 || digits[comma...].count == 4
      if isGrouping { digits = digits.filter { $0 != "," } }
    case (nil, .some):
      if digits.count(where: { $0 == "." }) > 1 { digits = digits.filter { $0 != "." } }
    case (nil, nil): break
    }
    return number(String(digits.map { $0 == "," ? "." : $0 }))
  }

  /// What a yes or no means; `nil` for anything else.
  static func flag(ofKey key: String) -> Bool? {
    switch key {
    case "true", "yes": true
    case "false", "no": false
    default: nil
    }
  }
}

/// How names, values and numbers are written so that they are read back as themselves.
enum QuerySpelling {
  /// A text in quotes; a quote inside is doubled.
  static func quoted(_ text: String) -> String {
    var spelling: String.UnicodeScalarView = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      spelling.append(scalar)
      if scalar == "\"" { spelling.append(scalar) }
    }
    spelling.append("\"")
    return String(spelling)
  }

  /// A value after a name and colon: bare where that is read back as the same, else in quotes.
  static func value(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return quoted(text) }
    let isBare =
      first != "<" && first != ">"
      && text.unicodeScalars.allSatisfy { $0 != "\"" && $0 != "," && !$0.properties.isWhitespace }
    return isBare ? text : quoted(text)
  }

  /// A field's name; blanks, which end a name, become underscores.
  static func name(_ name: String) -> String {
    var spelling = String.UnicodeScalarView()
    spelling.append(contentsOf: name.unicodeScalars.map { $0.properties.isWhitespace ? "_" : $0 })
    return String(spelling)
  }

  /// A number, without a fraction where it has none.
  static func number(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}

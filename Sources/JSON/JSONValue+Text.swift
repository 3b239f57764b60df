extension JSONValue {
  /// The value in one line without white space, members in their order; reads back as the same value.
  package var text: String {
    switch self {
    case .object(let members):
      "{" + members.map { Self.quoted($0.name) + ":" + $0.value.text }.joined(separator: ",") + "}"
    case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
    case .string(let text): Self.quoted(text)
    case .number(let digits): digits
    case .bool(let truth): truth ? "true" : "false"
    case .null: "null"
    }
  }

  /// A string in quotes with everything escaped that RFC 8259 asks for, and DEL and the C1 controls besides.
  ///
  /// C1 controls begin with the byte 0xC2; a text without any such byte goes through as it is.
  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5c || $0 == 0x7f || $0 == 0xc2 })
    else {
      return "\"" + text + "\""
    }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\u{00}"..."\u{1f}", "\u{7f}"..."\u{9f}":
        let digits = String(scalar.value, radix: 16)
        result += digits.count == 1 ? "\\u000" + digits : "\\u00" + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// A value of the configuration, of the kind its key asks for.
package enum ConfigurationValue: Hashable, Sendable {
  case text(String)
  case texts([String])
  case flag(Bool)
  case count(Int)

  /// Reads a value of TOML; `nil` when it is of another kind.
  init?(_ value: TOMLValue, as kind: ConfigurationKey.Kind) {
    switch (kind, value) {
    case (.text, .string(let text)): self = .text(text)
    case (.texts, .string(let text)): self = .texts([text])
    case (.texts, .array(let elements)):
      let texts = elements.compactMap(\.string)
      guard texts.count == elements.count else { return nil }
      self = .texts(texts)
    case (.flag, .boolean(let isOn)): self = .flag(isOn)
    case (.count, .integer(let number)) where number >= 0: self = .count(number)
    default: return nil
    }
  }

  /// Reads the text of a variable of the environment; `nil` when it does not spell a value of the kind.
  ///
  /// Lists are separated by commas, or by blanks where there is no comma.
  package init?(variable text: String, as kind: ConfigurationKey.Kind) {
    switch kind {
    case .text: self = .text(text)
    case .texts:
      let separator: Character = text.contains(",") ? "," : " "
      self = .texts(text.split(separator: separator).map { $0.trimmingBlanks })
    case .flag:
      switch text.lowercased() {
      case "1", "true", "yes", "on": self = .flag(true)
      case "0", "false", "no", "off": self = .flag(false)
      default: return nil
      }
    case .count:
      guard let number = Int(text), number >= 0 else { return nil }
      self = .count(number)
    }
  }

  /// The value as TOML writes it.
  package var toml: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .texts(let texts): "[" + texts.map(Self.quoted).joined(separator: ", ") + "]"
    case .flag(let isOn): isOn ? "true" : "false"
    case .count(let number): "\(number)"
    }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7f: "\\u" + Self.fourDigits(scalar.value)
      default: String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }

  private static func fourDigits(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}

extension ConfigurationKey.Kind {
  /// What to write, for messages.
  package var expectation: String {
    switch self {
    case .text: "a text in quotes"
    case .texts: "a list of texts, such as [\"brand\", \"price\"]"
    case .flag: "true or false"
    case .count: "a whole number from 0"
    }
  }
}

extension Substring {
  /// The text without blanks at its ends.
  fileprivate var trimmingBlanks: String {
    let tail = drop { $0 == " " }
    let end = tail.lastIndex { $0 != " " }.map(tail.index(after:)) ?? tail.startIndex
    return String(tail[..<end])
  }
}

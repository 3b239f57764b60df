internal import JSON
import Relevance

/// A whole file that is one JSON value.
enum JSONDocument {
  /// Whether the first thing in the file opens an object or a list.
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    let start = withoutMark(bytes).first { $0 != 0x20 && !(0x09...0x0d).contains($0) }
    return start == UInt8(ascii: "{") || start == UInt8(ascii: "[")
  }

  /// The value, or where the text stops being JSON.
  static func parse(_ bytes: [UInt8]) throws(LineError) -> JSONValue {
    let text = Array(withoutMark(bytes))
    do {
      return try JSONParser.parse(text)
    } catch {
      let before = text.prefix(max(0, error.column - 1))
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      let column = before.count - (before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0) + 1
      throw LineError(line: line, reason: "not JSON at column \(column): \(error.reason)")
    }
  }

  private static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]
  }
}

extension JSONValue {
  /// The text of a string, or the digits of a number used as an id.
  var idText: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  /// A rating that is written as a number or as a text; `nil` for `null` and anything else.
  var ratingText: String? {
    idText.flatMap { $0.trimmingBlanks.isEmpty ? nil : $0 }
  }
}

/// The lines on which the elements of a JSON document's lists begin.
///
/// A value that was parsed does not know where it stood. Only looked for when something is to be said about an element,
/// in text that was found to be JSON.
struct JSONLines {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var lines: [String: Int] = [:]

  /// The line of each element, from 1, by a path such as `topics[0].queries[2]`.
  static func ofElements(in bytes: [UInt8]) -> [String: Int] {
    var scan = JSONLines(bytes: bytes)
    scan.value(at: "")
    return scan.lines
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    // A byte-order mark is not content.
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { position = 3 }
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func advance() {
    if current == UInt8(ascii: "\n") { line += 1 }
    position += 1
  }

  /// Goes on to the next byte that is neither white space nor a separator.
  private mutating func skipToContent() {
    while let byte = current, byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") {
      advance()
    }
  }

  private mutating func value(at path: String) {
    skipToContent()
    switch current {
    case UInt8(ascii: "{"): object(at: path)
    case UInt8(ascii: "["): array(at: path)
    case UInt8(ascii: "\""): _ = string()
    default:
      while let byte = current, byte > 0x20, !Array(",]}".utf8).contains(byte) { advance() }
    }
  }

  private mutating func object(at path: String) {
    advance()
    skipToContent()
    while let byte = current, byte != UInt8(ascii: "}") {
      let name = string()
      value(at: path.isEmpty ? name : path + "." + name)
      skipToContent()
    }
    advance()
  }

  private mutating func array(at path: String) {
    advance()
    skipToContent()
    var index = 0
    while let byte = current, byte != UInt8(ascii: "]") {
      let element = "\(path)[\(index)]"
      lines[element] = line
      value(at: element)
      index += 1
      skipToContent()
    }
    advance()
  }

  /// What stands between quotes, escapes as they are written; the names that paths are made of have none.
  private mutating func string() -> String {
    advance()
    let start = position
    while let byte = current, byte != UInt8(ascii: "\"") {
      if byte == UInt8(ascii: "\\") { advance() }
      advance()
    }
    let text = String(decoding: bytes[min(start, bytes.count)..<min(position, bytes.count)], as: UTF8.self)
    advance()
    return text
  }
}

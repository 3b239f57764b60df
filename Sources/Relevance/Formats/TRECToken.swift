/// How an id is spelled in a TREC file, whose columns are separated by white space and can't be quoted.
///
/// Nearly every id is spelled as it is, `%` included, because ids must look the same in everybody's files. An id that
/// some reader would tear apart is spelled `%=` and its bytes, those that do harm and `%` as two hexadecimal digits
/// after a `%`: `a b` becomes `%=a%20b`. Harmful are white space, control characters and byte-order marks, `#` at
/// the start of a line, which begins a comment, and `%=` itself at the start.
///
/// The two first characters say who spelled the id: what begins otherwise, such as a web address with `%20` from
/// another tool, is taken as it stands. So every id that is written is read back, and two ids never share a spelling.
package enum TRECToken {
  private static let mark = "%="

  /// The spelling of the id of a query, the first column of its line; empty only for an empty id.
  package static func encode(query id: String) -> String {
    isHarmless(id) && id.utf8.first != UInt8(ascii: "#") ? id : escaped(id)
  }

  /// The spelling of an id, or of the tag of a run, in a later column; empty only for an empty id.
  package static func encode(_ id: String) -> String {
    isHarmless(id) ? id : escaped(id)
  }

  /// The id that is spelled `token`: what was given to `encode`, or the token itself when we never spell one so.
  package static func decode(_ token: Substring) -> String {
    guard token.utf8.starts(with: mark.utf8), let id = unescaped(token.utf8.dropFirst(mark.utf8.count)),
      encode(query: id).utf8.elementsEqual(token.utf8) || encode(id).utf8.elementsEqual(token.utf8)
    else { return String(token) }
    return id
  }

  private static func isHarmless(_ id: String) -> Bool {
    !id.utf8.starts(with: mark.utf8) && !id.unicodeScalars.contains(where: isHarmful)
  }

  /// Whether some reader splits columns at `scalar`, C at `isspace` and Python at every Unicode white space, or
  /// drops it.
  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || scalar.value == 0x7f || scalar == "\u{feff}" || scalar.properties.isWhitespace
  }

  private static func escaped(_ id: String) -> String {
    var token = mark
    for (index, scalar) in id.unicodeScalars.enumerated() {
      guard isHarmful(scalar) || scalar == "%" || index == 0 && scalar == "#" else {
        token.unicodeScalars.append(scalar)
        continue
      }
      for byte in String(scalar).utf8 {
        token += "%" + Hexadecimal.string(of: [byte]).uppercased()
      }
    }
    return token
  }

  private static func unescaped(_ token: Substring.UTF8View) -> String? {
    var bytes: [UInt8] = []
    var rest = token
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(Hexadecimal.value),
        let low = rest.popFirst().flatMap(Hexadecimal.value)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

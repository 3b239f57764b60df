/// A key that prints as `…`, whatever prints it.
///
/// Only the HTTP client reads what it holds, to send it to the host that it is for.
package struct Secret: Sendable {
  private let value: String

  /// Wraps a key; white space around it is left out.
  /// - Throws: `SecretError` when nothing is left, or when it holds what no header can.
  package init(_ text: String) throws(SecretError) {
    let bytes = Array(text.utf8)
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0d).contains($0) }
    let trimmed = bytes.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    guard !trimmed.isEmpty else { throw .empty }
    guard trimmed.allSatisfy({ (0x21...0x7e).contains($0) }) else { throw .unprintable }
    value = String(decoding: trimmed, as: UTF8.self)
  }

  /// The header that shows the key to a server.
  var bearer: HTTPHeader { HTTPHeader("Authorization", "Bearer " + value) }
}

/// Why a text is no key.
package enum SecretError: Error, Hashable, Sendable {
  /// There is nothing in it.
  case empty
  /// It holds blanks, control characters or letters outside ASCII.
  case unprintable
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "…" }
  package var debugDescription: String { "…" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

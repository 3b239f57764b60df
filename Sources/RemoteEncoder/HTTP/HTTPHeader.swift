/// A name and a value in the head of a request or an answer.
package struct HTTPHeader: Hashable, Sendable {
  /// The name as sent; letters match whatever their case.
  package let name: String
  /// What it says.
  package let value: String

  /// Makes a header.
  /// - Precondition: neither part holds a control character, which could smuggle another header in.
  package init(_ name: String, _ value: String) {
    precondition(
      !(name + value).utf8.contains { $0 < 0x20 || $0 == 0x7f }, "a control character in header \(name)")
    self.name = name
    self.value = value
  }

  /// Whether the header has this name.
  func isNamed(_ other: String) -> Bool {
    name.utf8.count == other.utf8.count && name.lowercased() == other.lowercased()
  }
}

/// A sentence in the status line, shown until the next key.
package struct Notice: Hashable, Sendable {
  /// What it says.
  package let text: String
  /// Whether something went wrong.
  package let isWarning: Bool

  /// Makes a notice.
  package init(_ text: String, isWarning: Bool = false) {
    self.text = text
    self.isWarning = isWarning
  }
}

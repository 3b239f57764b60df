/// Why a text is not TOML, and where.
package struct TOMLError: Error, Hashable, Sendable {
  /// Where reading stopped, or where the thing that is wrong begins.
  package let position: TOMLPosition
  /// What is wrong there and what was expected.
  package let reason: String
}

extension TOMLError: CustomStringConvertible {
  package var description: String { "line \(position.line), column \(position.column): \(reason)" }
}

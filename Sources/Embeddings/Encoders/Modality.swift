/// A kind of input that an encoder may take.
package enum Modality: String, CaseIterable, Hashable, Sendable {
  /// Queries and the texts of items.
  case text
  /// Pictures.
  case picture
}

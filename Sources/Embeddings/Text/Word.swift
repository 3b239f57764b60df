/// One normalised word of a text.
package struct Word: Hashable, Sendable {
  /// The first 32 scalars: decomposed, without nonspacing marks, lower case.
  package internal(set) var scalars: [Unicode.Scalar] = []
  /// Whether one of them is a number, so that the word is matched whole or not at all.
  package internal(set) var containsNumber = false

  /// Scalars beyond these of one word are not read.
  static let maximumScalars = 32
}

extension Word: CustomStringConvertible {
  package var description: String {
    String(String.UnicodeScalarView(scalars))
  }
}

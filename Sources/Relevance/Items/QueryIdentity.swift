import Foundation

/// The name of a query that was typed and belongs to no query set.
package enum QueryIdentity {
  /// `q-` and the first eight hexadecimal digits of the SHA-256 of the text's UTF-8 in normalisation form C.
  ///
  /// The same text gets the same name on every machine and in every session, however its accents were typed. Two
  /// of 10,000 different texts share a name with a probability of about 1 %.
  package static func id(of text: String) -> QueryID {
    QueryID("q-" + SHA256.hexDigest(of: canonical(text).utf8).prefix(8))
  }

  /// The text in normalisation form C, under which texts are compared and named.
  package static func canonical(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping
  }
}

/// The spelling under which a catalogue's exact names (ids, SKUs) are compared.
package enum IdentifierKey {
  /// The key of an identifier as written or typed; empty for a blank one.
  ///
  /// Case and surrounding white space do not matter; everything between does.
  package static func of(_ text: String) -> String {
    let tail = text.drop(while: \.isWhitespace)
    guard let last = tail.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return tail[...last].lowercased()
  }
}

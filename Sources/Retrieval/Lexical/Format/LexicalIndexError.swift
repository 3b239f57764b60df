/// Why there is no lexical index that this version can use.
package enum LexicalIndexError: Error, Hashable, Sendable {
  /// The bytes do not begin like a lexical index.
  case notAnIndex
  /// Written by another version of the format.
  case unsupportedVersion(found: UInt32, supported: UInt32)
  /// The bytes at `offset` do not make sense; `reason` says why.
  case malformed(offset: Int, reason: String)
  /// There is no stemmer of that name.
  case unknownLanguage(String, known: [String])
}

extension LexicalIndexError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAnIndex: "not a lexical index; index the catalogue again"
    case .unsupportedVersion(let found, let supported):
      "lexical index of version \(found), this program reads \(supported); index the catalogue again"
    case .malformed(let offset, let reason):
      "the lexical index is damaged at byte \(offset): \(reason); index the catalogue again"
    case .unknownLanguage(let name, let known):
      "no stemmer for the language “\(name)”; known are \(known.joined(separator: ", "))"
    }
  }
}

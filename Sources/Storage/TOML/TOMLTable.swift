/// A table of TOML 1.0: values by their keys, in the order of the file.
///
/// Keys compare by their bytes, as the format asks: two spellings of `é` are two keys.
package struct TOMLTable: Sendable {
  /// One key with its value.
  package struct Entry: Sendable {
    /// The key, without quotes.
    package let key: String
    /// Where the key first stands.
    package let position: TOMLPosition
    /// What it is set to.
    package let value: TOMLValue
  }

  /// Every key with its value, in the order in which the keys first stand in the file.
  package let entries: [Entry]
  private let indices: [TOMLKey: Int]

  /// Gathers entries, whose keys are all different.
  init(entries: [Entry]) {
    self.entries = entries
    indices = Dictionary(
      zip(entries.lazy.map { TOMLKey($0.key) }, entries.indices), uniquingKeysWith: { first, _ in first })
  }

  /// Reads a document of TOML 1.0.
  ///
  /// Tables and arrays may be nested 64 deep. A byte-order mark at the start is skipped; line breaks within texts
  /// are read as `\n`.
  /// - Throws: `TOMLError` for the first place where the text does not follow the format: keys that are set twice
  ///   and integers that take more than 64 bits are such places.
  /// - Complexity: linear in the length of the text.
  package init(parsing text: String) throws(TOMLError) {
    self = try TOMLParser.parse(text)
  }

  /// What `key` is set to; `nil` when it is not.
  package subscript(key: String) -> TOMLValue? {
    indices[TOMLKey(key)].map { entries[$0].value }
  }
}

import CStemmer

/// How inflected forms of a word are brought together: one of the Snowball algorithms, by its name, or not at all.
///
/// The names are those that libstemmer itself lists, such as `english` ("Porter 2"), `german` or `portuguese`, and
/// `none`. Words are folded before they are stemmed, so that a query typed without accents meets the same stems.
///
/// Source: https://snowballstem.org/algorithms/
package struct Stemming: Hashable, Sendable, RawRepresentable, CaseIterable {
  /// The algorithm's name.
  package let rawValue: String

  /// Words stay as they are.
  package static let none = Stemming(unchecked: "none")
  /// The Snowball English ("Porter 2") stemmer, which every libstemmer has.
  package static let english = Stemming(unchecked: "english")

  /// `none`, and all algorithms that the installed libstemmer has, by name in ascending order.
  package static let allCases: [Stemming] = {
    var all: [Stemming] = []
    var names = sb_stemmer_list()
    while let name = names?.pointee {
      all.append(Stemming(unchecked: String(cString: name)))
      names = names?.successor()
    }
    return [.none] + all.sorted { $0.rawValue < $1.rawValue }
  }()

  /// The algorithm of that name, or `nil` when the installed libstemmer has none.
  package init?(rawValue: String) {
    guard let known = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = known
  }

  /// The algorithm of that name.
  /// - Throws: `LexicalIndexError.unknownLanguage`, which names the known ones.
  package init(language: String) throws(LexicalIndexError) {
    guard let known = Stemming(rawValue: language) else {
      throw .unknownLanguage(language, known: Self.allCases.map(\.rawValue))
    }
    self = known
  }

  private init(unchecked name: String) {
    rawValue = name
  }
}

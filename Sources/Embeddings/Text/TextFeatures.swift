/// The hashed features of one text: table rows of its words, character n-grams and word pairs
/// (`word,gram3-4,bigram/1`).
///
/// Rows instead of features: that two of them may collide is part of the model.
package struct TextFeatures: Hashable, Sendable {
  /// One row for each word, in order, with repeats.
  package private(set) var words: [Int] = []
  /// For each word the rows of its substrings of 3 and of 4 scalars, markers at both ends included; none for a word
  /// that contains a number, so that identifiers and quantities match whole or not at all.
  package private(set) var grams: [[Int]] = []
  /// One row for each pair of consecutive words.
  package private(set) var bigrams: [Int] = []

  /// Reads the features of a text.
  package init(_ text: String) {
    let read = WordReader.words(in: text)
    words.reserveCapacity(read.count)
    grams.reserveCapacity(read.count)
    bigrams.reserveCapacity(read.count)
    for word in read {
      words.append(Self.row(of: word))
      grams.append(Self.gramRows(of: word))
    }
    for (first, second) in zip(read, read.dropFirst()) {
      bigrams.append(Self.row(of: first, followedBy: second))
    }
  }

  private static let gramSizes = [3, 4]

  private static func row(of word: Word) -> Int {
    var hash = FeatureHash(type: "w")
    hash.add(word.scalars)
    return hash.bucket
  }

  private static func gramRows(of word: Word) -> [Int] {
    guard !word.containsNumber else { return [] }
    let marked = ["<"] + word.scalars + [">"]
    var rows: [Int] = []
    rows.reserveCapacity(gramSizes.count * marked.count)
    for size in gramSizes where size <= marked.count {
      for start in 0...marked.count - size {
        var hash = FeatureHash(type: "g")
        hash.add(marked[start..<start + size])
        rows.append(hash.bucket)
      }
    }
    return rows
  }

  private static func row(of first: Word, followedBy second: Word) -> Int {
    var hash = FeatureHash(type: "b")
    hash.add(first.scalars)
    hash.add(" ")
    hash.add(second.scalars)
    return hash.bucket
  }
}

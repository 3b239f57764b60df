/// Collects the text of a catalogue, item by item, into a `LexicalIndex`.
package struct LexicalIndexBuilder {
  private let analyzer: Analyzer
  private let term: (Token) -> String
  private let fieldNames: [String]
  /// How many items were added.
  package private(set) var count = 0

  /// Numbers of words and terms in order of their first occurrence.
  private var words: [String: UInt32] = [:]
  private var termOfWord: [UInt32] = []
  private var terms: [String: UInt32] = [:]
  private var lengths: [[UInt32]]
  /// Entries in order of items, then of fields.
  private var entries: [Entry] = []

  private struct Entry {
    let term: UInt32
    let item: UInt32
    let occurrences: UInt16
    let field: UInt8
  }

  /// Makes a builder for items that have the given text fields.
  /// - Precondition: there are at most 255 fields.
  package init(analyzer: Analyzer, fields: [String]) {
    precondition(fields.count <= 255, "\(fields.count) text fields; an index has at most 255")
    self.analyzer = analyzer
    term = analyzer.termMaker()
    fieldNames = fields
    lengths = fields.map { _ in [] }
  }

  /// Adds the next item; its ordinal is the `count` before.
  ///
  /// - Parameter texts: One text for each field, in the order of the fields; empty where the item has none.
  /// - Precondition: there is one text for each field.
  /// - Complexity: O(characters).
  package mutating func append(_ texts: [String]) {
    precondition(texts.count == fieldNames.count, "\(texts.count) texts for \(fieldNames.count) fields")
    for (field, text) in texts.enumerated() {
      let terms = analyzer.tokens(of: text).map { number(of: $0) }.sorted()
      lengths[field].append(UInt32(terms.count))
      var start = 0
      while start < terms.count {
        let end = terms[start...].firstIndex { $0 != terms[start] } ?? terms.count
        entries.append(
          Entry(
            term: terms[start], item: UInt32(count), occurrences: UInt16(clamping: end - start),
            field: UInt8(field)))
        start = end
      }
    }
    count += 1
  }

  /// The index over the items added so far.
  /// - Complexity: O(terms × log terms + entries).
  package func build() -> LexicalIndex {
    let sortedTerms = terms.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let sortedWords = words.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    var newNumber = [UInt32](repeating: 0, count: terms.count)
    for (number, term) in sortedTerms.enumerated() { newNumber[Int(term.value)] = UInt32(number) }
    return LexicalIndex(
      analyzer: analyzer, count: count,
      fields: zip(fieldNames, lengths).map(LexicalField.init),
      vocabulary: Vocabulary(
        terms: sortedTerms.map(\.key), words: sortedWords.map(\.key),
        termOfWord: sortedWords.map { newNumber[Int(termOfWord[Int($0.value)])] }),
      postings: postings(newNumber: newNumber))
  }

  private mutating func number(of token: Token) -> UInt32 {
    if let word = words[token.surface] { return termOfWord[Int(word)] }
    let spelling = term(token)
    let number = terms[spelling] ?? UInt32(terms.count)
    terms[spelling] = number
    words[token.surface] = UInt32(termOfWord.count)
    termOfWord.append(number)
    return number
  }

  /// Groups the entries by term: a counting sort, which keeps items and fields in order.
  private func postings(newNumber: [UInt32]) -> PostingLists {
    var starts = [UInt32](repeating: 0, count: newNumber.count + 1)
    for entry in entries { starts[Int(newNumber[Int(entry.term)]) + 1] += 1 }
    for term in 1..<starts.count { starts[term] += starts[term - 1] }
    var next = starts
    var items = [UInt32](repeating: 0, count: entries.count)
    var fields = [UInt8](repeating: 0, count: entries.count)
    var occurrences = [UInt16](repeating: 0, count: entries.count)
    for entry in entries {
      let term = Int(newNumber[Int(entry.term)])
      let position = Int(next[term])
      next[term] += 1
      items[position] = entry.item
      fields[position] = entry.field
      occurrences[position] = entry.occurrences
    }
    return PostingLists(starts: starts, items: items, fields: fields, occurrences: occurrences)
  }
}

/// What one thread has made of the items it was given: its own numbering of words and terms, and for every item
/// the terms that occur in it.
struct LexicalShard: Sendable {
  /// The items of one batch.
  ///
  /// For each item the number of its terms, then for each term its number (four bytes), the number of its fields,
  /// and for each field its number, the occurrences, and their positions as differences; all but the term in LEB128.
  struct Chunk: Sendable {
    var bytes: [UInt8] = []
    /// Item by item, the terms of each field.
    var lengths: [UInt32] = []
    var items = 0
  }

  /// What is known about a term of the shard.
  struct Term: Sendable {
    /// In how many items it occurs.
    var items: UInt32 = 0
    /// How many bytes its positions take.
    var positions: UInt64 = 0
    /// Bit g: it occurs in a field of group g, for the first 64 groups.
    var groups: UInt64 = 0
  }

  private(set) var words = WordTable()
  private(set) var termOfWord: [UInt32] = []
  private(set) var spellings = WordTable()
  private(set) var terms: [Term] = []
  /// Terms in groups from the 64th on: `term << 32 | group`.
  private(set) var highGroups: Set<UInt64> = []
  /// How often a term has 255 and more occurrences in a field of an item.
  private(set) var surplus = 0
  /// One for each batch.
  private(set) var chunks: [Chunk] = []

  private let analyzer: Analyzer
  private var splitter = WordSplitter()
  private var text: [UInt8] = []
  private var occurrences: [Occurrence] = []
  /// By term of the shard: its last occurrence in the current item.
  private var last: [UInt32] = []
  /// The terms of the current item, each with its first occurrence.
  private var present: [(term: UInt32, first: UInt32)] = []

  private struct Occurrence: Sendable {
    let field: UInt32
    let position: UInt32
    var next: UInt32
  }

  private static let none = UInt32.max

  init(analyzer: Analyzer) {
    self.analyzer = analyzer
  }

  /// Adds a batch of items: for each of them the text of every field.
  mutating func append(_ items: ArraySlice<[String]>) {
    var chunk = Chunk()
    let stemmer = analyzer.makeStemmer()
    for texts in items {
      occurrences.removeAll(keepingCapacity: true)
      present.removeAll(keepingCapacity: true)
      for (field, text) in texts.enumerated() {
        let before = occurrences.count
        read(text, field: UInt32(field), stemmer: stemmer)
        chunk.lengths.append(UInt32(occurrences.count - before))
      }
      write(to: &chunk.bytes)
      chunk.items += 1
    }
    chunks.append(chunk)
  }

  private mutating func read(_ string: String, field: UInt32, stemmer: Stemmer?) {
    text.removeAll(keepingCapacity: true)
    Folding.fold(string, into: &text)
    // Both are put back below; a closure over them would otherwise hold `self` twice.
    var splitter = self.splitter
    let text = self.text
    self.text = []
    text.withUnsafeBufferPointer { bytes in
      splitter.forEachWord(in: bytes) { word in
        let spelling = UnsafeBufferPointer(rebasing: bytes[word.bytes])
        add(number(of: spelling, stemmer: word.isVerbatim ? nil : stemmer), field, word.position)
      }
    }
    self.splitter = splitter
    self.text = text
  }

  private mutating func add(_ term: UInt32, _ field: UInt32, _ position: UInt32) {
    let index = UInt32(occurrences.count)
    occurrences.append(Occurrence(field: field, position: position, next: Self.none))
    let previous = last[Int(term)]
    if previous == Self.none {
      present.append((term, index))
    } else {
      occurrences[Int(previous)].next = index
    }
    last[Int(term)] = index
  }

  /// The shard's number of the term that a word is indexed under.
  private mutating func number(of word: UnsafeBufferPointer<UInt8>, stemmer: Stemmer?) -> UInt32 {
    let number = Int(words.number(of: word))
    if number < termOfWord.count { return termOfWord[number] }
    let stem = stemmer?.stem(Array(word))
    let term = stem?.withUnsafeBufferPointer { spellings.number(of: $0) } ?? spellings.number(of: word)
    if term == terms.count {
      terms.append(Term())
      last.append(Self.none)
    }
    termOfWord.append(term)
    return term
  }

  // MARK: - Writing

  private mutating func write(to bytes: inout [UInt8]) {
    bytes.appendVarint(UInt32(present.count))
    for (term, first) in present {
      last[Int(term)] = Self.none
      withUnsafeBytes(of: term.littleEndian) { bytes.append(contentsOf: $0) }
      terms[Int(term)].items += 1
      bytes.appendVarint(fieldCount(from: first))
      var occurrence = first
      while occurrence != Self.none { occurrence = writeField(from: occurrence, of: term, to: &bytes) }
    }
  }

  /// In how many fields the occurrences of a chain are.
  private func fieldCount(from first: UInt32) -> UInt32 {
    var count: UInt32 = 1
    var occurrence = occurrences[Int(first)]
    while occurrence.next != Self.none {
      let next = occurrences[Int(occurrence.next)]
      if next.field != occurrence.field { count += 1 }
      occurrence = next
    }
    return count
  }

  /// Writes the occurrences in one field, and returns the first in the next one.
  private mutating func writeField(from first: UInt32, of term: UInt32, to bytes: inout [UInt8]) -> UInt32 {
    let field = occurrences[Int(first)].field
    var count: UInt32 = 0
    var end = first
    while end != Self.none, occurrences[Int(end)].field == field {
      count += 1
      end = occurrences[Int(end)].next
    }
    bytes.appendVarint(field)
    bytes.appendVarint(count)
    let start = bytes.count
    var position: UInt32 = 0
    var occurrence = first
    while occurrence != end {
      let place = occurrences[Int(occurrence)]
      bytes.appendVarint(place.position &- position)
      (position, occurrence) = (place.position, place.next)
    }
    note(term, group: field / 4, positions: bytes.count - start, occurrences: count)
    return end
  }

  private mutating func note(_ term: UInt32, group: UInt32, positions: Int, occurrences: UInt32) {
    terms[Int(term)].positions += UInt64(positions)
    if occurrences >= 255 { surplus += 1 }
    if group < 64 {
      terms[Int(term)].groups |= 1 << UInt64(group)
    } else {
      highGroups.insert(UInt64(term) << 32 | UInt64(group))
    }
  }
}

extension [UInt8] {
  /// Appends a number in LEB128: seven bits a byte, the lowest first.
  @inline(__always)
  mutating func appendVarint(_ number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}

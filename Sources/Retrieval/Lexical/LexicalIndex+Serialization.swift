extension LexicalIndex {
  /// The version of the byte format; a reader accepts its own only.
  static let formatVersion: UInt32 = 1
  /// The first four bytes.
  static let signature: [UInt8] = Array("ALEX".utf8)

  /// The index as bytes, the same for the same items, analyzer and fields.
  ///
  /// Little-endian: signature, version, then counted arrays in the order of the code below, then the 64-bit FNV-1a
  /// hash of everything before it.
  /// - Complexity: O(size).
  package func serialized() -> [UInt8] {
    var writer = ByteWriter()
    for byte in Self.signature { writer.append(byte) }
    writer.append(Self.formatVersion)
    writer.append([analyzer.stemming.rawValue])
    writer.append(analyzer.stopWords.words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    writer.append(UInt32(count))
    writer.append(fields.map(\.name))
    for field in fields { writer.append(field.lengths) }
    writer.append(vocabulary.terms)
    writer.append(vocabulary.words)
    writer.append(vocabulary.termOfWord)
    writer.append(postings.starts)
    writer.append(postings.items)
    writer.append(postings.fields)
    writer.append(postings.occurrences)
    writer.append(Self.checksum(writer.bytes[...]))
    return writer.bytes
  }

  /// Reads an index back.
  ///
  /// Everything that scoring relies on is checked, so that no input, however damaged, can trap or read out of
  /// bounds later.
  ///
  /// - Throws: `LexicalIndexError` when the bytes are cut, changed, or of another version.
  /// - Complexity: O(size).
  package init(serialized bytes: [UInt8]) throws(LexicalIndexError) {
    let head = Self.signature.count + 4
    guard bytes.count >= head + 8, bytes.starts(with: Self.signature) else { throw .notAnIndex }
    var header = ByteReader(bytes, range: Self.signature.count..<head)
    let version = try header.number(UInt32.self)
    guard version == Self.formatVersion else {
      throw .unsupportedVersion(found: version, supported: Self.formatVersion)
    }
    let bodyEnd = bytes.count - 8
    var tail = ByteReader(bytes, range: bodyEnd..<bytes.count)
    guard try tail.number(UInt64.self) == Self.checksum(bytes[..<bodyEnd]) else { throw .checksumMismatch }

    var reader = ByteReader(bytes, range: head..<bodyEnd)
    let analyzer = try Self.readAnalyzer(&reader)
    let count = Int(try reader.number(UInt32.self))
    let fields = try Self.readFields(&reader, count: count)
    let vocabulary = try Self.readVocabulary(&reader)
    let postings = try Self.readPostings(
      &reader, terms: vocabulary.terms.count, fields: fields.count, count: count)
    try reader.finish()
    self.init(analyzer: analyzer, count: count, fields: fields, vocabulary: vocabulary, postings: postings)
  }

  /// The 64-bit FNV-1a hash, which any single changed byte changes.
  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
  }

  private static func readAnalyzer(_ reader: inout ByteReader) throws(LexicalIndexError) -> Analyzer {
    let name = try reader.strings()
    guard name.count == 1, let stemming = Analyzer.Stemming(rawValue: name[0]) else {
      throw reader.failure("unknown stemming \(name)")
    }
    return Analyzer(stemming: stemming, stopWords: StopWordList(words: Set(try reader.strings())))
  }

  private static func readFields(
    _ reader: inout ByteReader, count: Int
  ) throws(LexicalIndexError) -> [LexicalField] {
    let names = try reader.strings()
    guard names.count <= 255 else { throw reader.failure("\(names.count) fields") }
    var fields: [LexicalField] = []
    for name in names {
      let lengths = try reader.array(of: UInt32.self)
      guard lengths.count == count else {
        throw reader.failure("\(lengths.count) lengths of \(name) for \(count) items")
      }
      fields.append(LexicalField(name: name, lengths: lengths))
    }
    return fields
  }

  private static func readVocabulary(_ reader: inout ByteReader) throws(LexicalIndexError) -> Vocabulary {
    let terms = try reader.strings()
    let words = try reader.strings()
    let termOfWord = try reader.array(of: UInt32.self)
    func ascends(_ strings: [String]) -> Bool {
      zip(strings, strings.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    guard ascends(terms), ascends(words) else { throw reader.failure("words are not in order") }
    guard termOfWord.count == words.count, termOfWord.allSatisfy({ $0 < terms.count }) else {
      throw reader.failure("words without a term")
    }
    return Vocabulary(terms: terms, words: words, termOfWord: termOfWord)
  }

  private static func readPostings(
    _ reader: inout ByteReader, terms: Int, fields: Int, count: Int
  ) throws(LexicalIndexError) -> PostingLists {
    let starts = try reader.array(of: UInt32.self)
    let items = try reader.array(of: UInt32.self)
    let fieldOfEntry = try reader.array(of: UInt8.self)
    let occurrences = try reader.array(of: UInt16.self)
    guard starts.count == terms + 1, starts[0] == 0, Int(starts[terms]) == items.count,
      zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
    else { throw reader.failure("posting lists do not fit their entries") }
    guard fieldOfEntry.count == items.count, occurrences.count == items.count,
      items.allSatisfy({ $0 < count }), fieldOfEntry.allSatisfy({ $0 < fields })
    else { throw reader.failure("entries of items or fields that do not exist") }
    for (start, end) in zip(starts, starts.dropFirst()) where start < end {
      for entry in Int(start) + 1..<Int(end)
      where (items[entry - 1], fieldOfEntry[entry - 1]) >= (items[entry], fieldOfEntry[entry]) {
        throw reader.failure("entries are not in order")
      }
    }
    return PostingLists(starts: starts, items: items, fields: fieldOfEntry, occurrences: occurrences)
  }
}

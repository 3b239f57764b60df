/// What a lexical index says about itself, small enough to be copied when it is opened.
struct LexicalHeader: Hashable, Sendable {
  /// A field's name and what its average length is made of.
  struct Field: Hashable, Sendable {
    let name: String
    let total: UInt64
    let filled: UInt64
  }

  let count: UInt32
  let analyzer: Analyzer
  let fields: [Field]

  /// The header's bytes.
  func serialized() -> [UInt8] {
    var writer = ByteWriter()
    writer.append(count)
    writer.append([analyzer.stemming.rawValue])
    writer.append(analyzer.stopWords.words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    writer.append(fields.map(\.name))
    for field in fields {
      writer.append(field.total)
      writer.append(field.filled)
    }
    return writer.bytes
  }

  init(count: UInt32, analyzer: Analyzer, fields: [Field]) {
    self.count = count
    self.analyzer = analyzer
    self.fields = fields
  }

  /// Reads a header back.
  init(_ reader: inout ByteReader) throws(LexicalIndexError) {
    count = try reader.number()
    let language = try reader.strings()
    guard language.count == 1, let stemming = Stemming(rawValue: language[0]) else {
      throw reader.failure("it is stemmed as \(language), which this system's libstemmer lacks")
    }
    analyzer = Analyzer(stemming: stemming, stopWords: StopWordList(words: Set(try reader.strings())))
    var fields: [Field] = []
    for name in try reader.strings() {
      fields.append(Field(name: name, total: try reader.number(), filled: try reader.number()))
    }
    self.fields = fields
    try reader.finish()
  }
}

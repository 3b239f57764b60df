/// WordPiece: the longest token that fits, again and again; a word that can't be covered is one unknown token.
struct WordPieceModel: TokenModel {
  static let name = "WordPiece"

  private let vocabulary: Vocabulary
  private let prefix: [UInt8]
  private let prefixHash: Vocabulary.Hash
  private let unknown: Int32
  private let longestWord: Int

  init(_ part: ConfigurationPart, tables: ModelTables) throws(EncoderError) {
    vocabulary = tables.vocabulary
    prefix = Array((try part.string("continuing_subword_prefix") ?? "##").utf8)
    var hash = Vocabulary.Hash()
    for byte in prefix { hash.add(byte) }
    prefixHash = hash
    let token = try part.string("unk_token") ?? "[UNK]"
    guard let unknown = vocabulary.id(of: Array(token.utf8)) else {
      throw part.mistake("has the unk_token \(token), which is not in the vocabulary")
    }
    self.unknown = unknown
    longestWord = try part["max_input_chars_per_word"]?.int(in: 0...Int.max) ?? 100
  }

  func append(tokensOf pieces: PieceBytes, to ids: inout [Int32]) {
    var prefixes: [(end: Int, hash: Vocabulary.Hash)] = []
    var start = 0
    for end in pieces.ends {
      append(tokensOf: pieces.bytes.span.extracting(start..<end), to: &ids, &prefixes)
      start = end
    }
  }

  private func append(
    tokensOf word: Span<UInt8>, to ids: inout [Int32], _ prefixes: inout [(end: Int, hash: Vocabulary.Hash)]
  ) {
    let before = ids.count
    var scalars = 0
    for index in 0..<word.count where word[index] & 0xc0 != 0x80 { scalars += 1 }
    guard scalars <= longestWord else { return ids.append(unknown) }
    var start = 0
    while start < word.count {
      guard let token = longestToken(in: word, from: start, &prefixes) else {
        ids.removeSubrange(before...)
        return ids.append(unknown)
      }
      ids.append(token.id)
      start = token.end
    }
  }

  private func longestToken(
    in word: Span<UInt8>, from start: Int, _ prefixes: inout [(end: Int, hash: Vocabulary.Hash)]
  ) -> (id: Int32, end: Int)? {
    let leading = start == 0 ? [] : prefix
    var hash = start == 0 ? Vocabulary.Hash() : prefixHash
    let limit = min(word.count, start + vocabulary.longest - min(vocabulary.longest, leading.count))
    prefixes.removeAll(keepingCapacity: true)
    for index in start..<max(start, limit) {
      hash.add(word[index])
      let isBoundary = index + 1 == word.count || word[index + 1] & 0xc0 != 0x80
      if isBoundary { prefixes.append((index + 1, hash)) }
    }
    for (end, hash) in prefixes.reversed() {
      if let id = vocabulary.id(of: word, in: start..<end, after: leading, hash: hash) { return (id, end) }
    }
    return nil
  }
}

/// Byte pair encoding: a piece begins as its characters, and rules join neighbours in the order they were learned.
struct BytePairModel: TokenModel {
  static let name = "BPE"

  private let vocabulary: Vocabulary
  private let table: MergeTable
  private let prefix: [UInt8]
  private let suffix: [UInt8]
  private let unknown: Int32?
  private let fusesUnknown: Bool
  private let ignoresMerges: Bool
  /// The token of each byte where the file wants unknown characters spelled in bytes; nothing where one is missing.
  private let byteTokens: [Int32?]

  init(_ part: ConfigurationPart, tables: ModelTables) throws(EncoderError) {
    if let dropout = part["dropout"], try dropout.number() != 0 {
      throw dropout.mistake("asks for random merges, which give other tokens each time")
    }
    vocabulary = tables.vocabulary
    table = MergeTable(tables.merges)
    prefix = Array((try part.string("continuing_subword_prefix") ?? "").utf8)
    suffix = Array((try part.string("end_of_word_suffix") ?? "").utf8)
    fusesUnknown = try part.bool("fuse_unk", standard: false)
    ignoresMerges = try part.bool("ignore_merges", standard: false)
    byteTokens =
      try part.bool("byte_fallback", standard: false)
      ? ByteTokens.all.map { tables.vocabulary.id(of: $0) } : []
    guard let token = try part.string("unk_token") else {
      unknown = nil
      return
    }
    guard let unknown = vocabulary.id(of: Array(token.utf8)) else {
      throw part.mistake("has the unk_token \(token), which is not in the vocabulary")
    }
    self.unknown = unknown
  }

  func append(tokensOf pieces: PieceBytes, to ids: inout [Int32]) {
    var word = BytePairWord()
    var start = 0
    for end in pieces.ends {
      let piece = pieces.bytes.span.extracting(start..<end)
      start = end
      if ignoresMerges, let id = id(of: piece) {
        ids.append(id)
        continue
      }
      word.removeAll()
      appendCharacters(of: piece, to: &word)
      word.join(by: table, into: &ids)
    }
  }

  private func id(of piece: Span<UInt8>) -> Int32? {
    var hash = Vocabulary.Hash()
    for index in 0..<piece.count { hash.add(piece[index]) }
    return vocabulary.id(of: piece, in: 0..<piece.count, hash: hash)
  }

  private func appendCharacters(of piece: Span<UInt8>, to word: inout BytePairWord) {
    // Held back because unknown characters in a row may become one token.
    var pending: Int32?
    var start = 0
    while start < piece.count {
      let end = min(piece.count, start + piece[start].scalarLength)
      if let id = id(ofCharacter: start..<end, in: piece) {
        if let held = pending { word.append(held) }
        pending = nil
        word.append(id)
      } else if !appendBytes(start..<end, of: piece, to: &word), let unknown {
        if let held = pending, !fusesUnknown { word.append(held) }
        pending = unknown
      }
      start = end
    }
    if let held = pending { word.append(held) }
  }

  @inline(__always)
  private func id(ofCharacter range: Range<Int>, in piece: Span<UInt8>) -> Int32? {
    if (prefix.isEmpty || range.lowerBound == 0) && (suffix.isEmpty || range.upperBound < piece.count) {
      var hash = Vocabulary.Hash()
      for index in range { hash.add(piece[index]) }
      return vocabulary.id(of: piece, in: range, hash: hash)
    }
    return vocabulary.id(of: spelling(ofCharacter: range, in: piece))
  }

  private func spelling(ofCharacter range: Range<Int>, in piece: Span<UInt8>) -> [UInt8] {
    var spelling = range.lowerBound > 0 ? prefix : []
    for index in range { spelling.append(piece[index]) }
    if range.upperBound == piece.count { spelling += suffix }
    return spelling
  }

  /// Spells a character in bytes.
  /// - Returns: whether there is a token for each of them.
  private func appendBytes(_ range: Range<Int>, of piece: Span<UInt8>, to word: inout BytePairWord) -> Bool {
    guard !byteTokens.isEmpty else { return false }
    let spelling = spelling(ofCharacter: range, in: piece)
    let tokens = spelling.compactMap { byteTokens[Int($0)] }
    guard tokens.count == spelling.count else { return false }
    for token in tokens { word.append(token) }
    return true
  }
}

/// How vocabularies spell single bytes: `<0x00>` to `<0xFF>`.
enum ByteTokens {
  /// The spelling of each byte.
  static let all: [[UInt8]] = (0..<256).map { byte in
    let digits = String(byte, radix: 16, uppercase: true)
    return Array("<0x\(digits.count == 1 ? "0" : "")\(digits)>".utf8)
  }
}

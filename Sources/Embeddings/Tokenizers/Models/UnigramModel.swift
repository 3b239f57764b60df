/// A unigram language model: of all ways to cut a piece into tokens the most probable one, found by Viterbi's
/// algorithm; unknown characters in a row become one token.
struct UnigramModel: TokenModel {
  static let name = "Unigram"

  /// How much less probable an unknown character is than the least probable token, in log-probability.
  private static let unknownPenalty = 10.0

  private let trie: TokenTrie
  private let scores: [Double]
  private let unknown: Int32
  private let unknownScore: Double
  /// The token of each byte where the file wants unknown characters spelled in bytes; nothing where one is missing.
  private let byteTokens: [Int32?]

  init(_ part: ConfigurationPart, tables: ModelTables) throws(EncoderError) {
    scores = tables.scores
    guard let least = scores.min() else { throw part.mistake("has an empty vocabulary or none with scores") }
    let count = scores.count
    guard tables.vocabulary.ids.allSatisfy({ $0 < count }) else {
      throw part.mistake("has a vocabulary with a number beyond its \(count) scores")
    }
    unknown = Int32(try part.required("unk_id").int(in: 0...scores.count - 1))
    unknownScore = least - Self.unknownPenalty
    guard let trie = TokenTrie(tables.vocabulary) else {
      throw part.mistake("has a vocabulary of \(tables.vocabulary.bytes.count) bytes, which is too large")
    }
    self.trie = trie
    byteTokens =
      try part.bool("byte_fallback", standard: false)
      ? ByteTokens.all.map { tables.vocabulary.id(of: $0) } : []
  }

  /// The best way to get to a byte of a piece.
  private struct Step {
    var score = 0.0
    var start = -1
    var token: Int32 = 0

    mutating func offer(_ token: Int32, from start: Int, score: Double) {
      guard self.start < 0 || score > self.score else { return }
      self = Step(score: score, start: start, token: token)
    }
  }

  func append(tokensOf pieces: PieceBytes, to ids: inout [Int32]) {
    var steps: [Step] = []
    var tokens: [(id: Int32, range: Range<Int>)] = []
    var start = 0
    for end in pieces.ends {
      let piece = pieces.bytes.span.extracting(start..<end)
      start = end
      findSteps(to: piece, &steps)
      collect(steps, &tokens)
      for token in tokens { append(token.id, token.range, of: piece, to: &ids) }
    }
  }

  private func findSteps(to piece: Span<UInt8>, _ steps: inout [Step]) {
    steps.removeAll(keepingCapacity: true)
    steps.append(contentsOf: repeatElement(Step(), count: piece.count + 1))
    var start = 0
    while start < piece.count {
      let score = steps[start].score
      let next = min(piece.count, start + piece[start].scalarLength)
      var coversCharacter = false
      var node = TokenTrie.root
      var end = start
      while end < piece.count, let child = trie.child(of: node, piece[end]) {
        node = child
        end += 1
        let token = trie.token(at: node)
        guard token >= 0 else { continue }
        steps[end].offer(token, from: start, score: score + scores[Int(token)])
        if end == next { coversCharacter = true }
      }
      if !coversCharacter { steps[next].offer(unknown, from: start, score: score + unknownScore) }
      start = next
    }
  }

  /// Walks back from the end and joins unknown neighbours.
  private func collect(_ steps: [Step], _ tokens: inout [(id: Int32, range: Range<Int>)]) {
    tokens.removeAll(keepingCapacity: true)
    var end = steps.count - 1
    while end > 0 {
      let step = steps[end]
      if step.token == unknown, let last = tokens.last, last.id == unknown {
        tokens[tokens.count - 1].range = step.start..<last.range.upperBound
      } else {
        tokens.append((step.token, step.start..<end))
      }
      end = step.start
    }
    tokens.reverse()
  }

  private func append(_ token: Int32, _ range: Range<Int>, of piece: Span<UInt8>, to ids: inout [Int32]) {
    guard token == unknown else { return ids.append(token) }
    // Joined characters may spell a token after all.
    if let whole = wholeToken(range, of: piece) { return ids.append(whole) }
    let spelled = byteTokens.isEmpty ? [] : range.compactMap { byteTokens[Int(piece[$0])] }
    if spelled.count == range.count {
      ids.append(contentsOf: spelled)
    } else {
      ids.append(unknown)
    }
  }

  private func wholeToken(_ range: Range<Int>, of piece: Span<UInt8>) -> Int32? {
    var node = TokenTrie.root
    for index in range {
      guard let child = trie.child(of: node, piece[index]) else { return nil }
      node = child
    }
    let token = trie.token(at: node)
    return token >= 0 ? token : nil
  }
}

internal import Embeddings
internal import Relevance
internal import Retrieval

/// The vectors of a query's parts, those of recent texts and pictures kept; safe from any thread.
struct QueryVectors: Sendable {
  /// What a vector is made of.
  enum Source: Hashable, Sendable {
    /// Words, told apart by their bytes: a tokenizer may take two spellings that Swift calls equal for different words.
    case text(OpaqueName)
    case picture(ExamplePicture)
  }

  private let encoder: any Encoder
  private let recent: RecentVectors<Source>
  /// Where words are asked for that nobody waits for; `nil` for an encoder of this machine, or when everybody waits.
  let served: ServedQueries?

  /// Makes the vectors of an encoder; without `waits`, words can be asked for whose vectors a server makes meanwhile.
  init(encoder: any Encoder, waits: Bool = true) {
    self.encoder = encoder
    let recent = RecentVectors<Source>(capacity: 256)
    self.recent = recent
    served =
      waits
      ? nil : (encoder as? ServedEncoder).map { ServedQueries($0) { recent[$0] = $1 } }
  }

  /// The vector of words, for which a server is not waited for unless `waits`.
  /// - Throws: `EncoderError`, or `AwaitedVector` for words that a server is asked about.
  func vector(of text: String, waits: Bool) throws -> [Float] {
    guard let served, !waits, text.contains(where: { !$0.isWhitespace }) else { return try vector(of: text) }
    let source = Source.text(OpaqueName(text))
    if let vector = recent[source] { return vector }
    throw served.ask(source) { encoder throws(EncoderError) in try encoder.encode(query: text) }
  }

  /// The same for a picture.
  func vector(of picture: ExamplePicture, waits: Bool) throws -> [Float] {
    guard let served, !waits else { return try vector(of: picture) }
    if let vector = recent[.picture(picture)] { return vector }
    let image = try picture.decoded()
    throw served.ask(.picture(picture)) { encoder throws(EncoderError) in try encoder.encode(picture: image) }
  }

  /// The vector of words.
  func vector(of text: String) throws(EncoderError) -> [Float] {
    let source = Source.text(OpaqueName(text))
    if let vector = recent[source] { return vector }
    let vector = try encoder.encode(query: text)
    recent[source] = vector
    return vector
  }

  /// The vector of a picture; its file is read only when it is not among the recent ones.
  func vector(of picture: ExamplePicture) throws -> [Float] {
    if let vector = recent[.picture(picture)] { return vector }
    let vector = try encoder.encode(picture: try picture.decoded())
    recent[.picture(picture)] = vector
    return vector
  }

  /// The direction of a weighted sum of directions, unit length; all zeros when nothing is left of it.
  ///
  /// A single vector that is added stays as it is, to the last bit, whatever its weight.
  static func sum(_ terms: [(factor: Double, vector: [Float])]) -> [Float]? {
    guard let first = terms.first else { return nil }
    if terms.count == 1, first.factor > 0 { return first.vector }
    var sum = [Double](repeating: 0, count: first.vector.count)
    for (factor, vector) in terms {
      let length = vector.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
      guard length > 0 else { continue }
      for index in sum.indices { sum[index] += factor / length * Double(vector[index]) }
    }
    let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
    // What rounding leaves of parts that cancel has no direction.
    guard length > 1e-6 else { return [Float](repeating: 0, count: sum.count) }
    return sum.map { Float($0 / length) }
  }
}

internal import Embeddings
internal import Retrieval

/// The vectors of a query's parts, those of recent texts and pictures kept; safe from any thread.
struct QueryVectors: Sendable {
  private enum Source: Hashable {
    case text(String)
    case picture(ExamplePicture)
  }

  private let encoder: any Encoder
  private let recent = RecentVectors<Source>(capacity: 256)

  init(encoder: any Encoder) {
    self.encoder = encoder
  }

  /// The vector of words.
  func vector(of text: String) throws(EncoderError) -> [Float] {
    if let vector = recent[.text(text)] { return vector }
    let vector = try encoder.encode(query: text)
    recent[.text(text)] = vector
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

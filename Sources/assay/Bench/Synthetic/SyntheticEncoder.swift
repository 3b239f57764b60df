internal import Embeddings
internal import Foundation
internal import Relevance

/// Vectors made from nothing but a hash of the text: as costly to search as real ones, and as meaningless as noise.
///
/// A vector is a cluster's centre and its own noise around a mean that all share (real encoders are anisotropic
/// too), in components whose variance decays as a Matryoshka encoder's does; 4,000 clusters, few of them large, around
/// 64 centres of their own. The same text has the same vector on every machine. Never to be mistaken for an encoder
/// that understands anything: its id says `synthetic`.
struct SyntheticEncoder: Encoder {
  let card: EncoderCard
  private let seed: UInt64
  private let sizes: ZipfTable
  /// Row-major, a centre for each cluster, the shared mean included.
  private let centres: EmbeddingMatrix
  /// The standard deviation of each component.
  private let spread: [Float]

  private static let prefix = "synthetic-"
  private static let clusterCount = 4000
  private static let groupCount = 64
  private static let itemNoise: Float = 0.6
  private static let queryNoise: Float = 0.7
  /// Changes whenever another vector is made of the same text.
  private static let recipe = "assay synthetic vectors 1"

  /// Makes the encoder of a length; multiples of 64 are its prefixes.
  /// - Precondition: `dimensions` is positive.
  init(dimensions: Int, seed: UInt64) {
    precondition(dimensions > 0, "vectors of \(dimensions) components")
    self.seed = seed
    let id = "\(Self.prefix)\(dimensions)-\(seed)"
    var hash = SHA256()
    hash.update("\(Self.recipe) \(id)")
    card = EncoderCard(
      id: id, fingerprint: Hexadecimal.string(of: hash.digest()),
      dimensions: Array(stride(from: 64, to: dimensions, by: 64)) + [dimensions], modalities: [.text])
    spread = (0..<dimensions).map { Float(pow(1 + Double($0) / 24, -0.6)) }
    sizes = ZipfTable(count: Self.clusterCount, exponent: 0.8)
    centres = Self.centres(dimensions: dimensions, seed: seed)
  }

  /// The encoder of an id such as `synthetic-768-1`, or `nil` for any other.
  init?(id: String) {
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    guard id.hasPrefix(Self.prefix), parts.count == 3, let dimensions = Int(parts[1]),
      (1...1 << 16).contains(dimensions), let seed = UInt64(parts[2])
    else { return nil }
    self.init(dimensions: dimensions, seed: seed)
  }

  func encode(query: String) throws(EncoderError) -> [Float] {
    vector(of: query, noise: Self.queryNoise)
  }

  func encode(item: ItemText) throws(EncoderError) -> [Float] {
    let parts = [item.title, item.brand, item.category] + item.text
    return vector(of: parts.joined(separator: "\n"), noise: Self.itemNoise)
  }

  func encode(picture: PixelImage) throws(EncoderError) -> [Float] {
    throw .unencodable(reason: "\(card.id) has no pictures")
  }

  private func vector(of text: String, noise: Float) -> [Float] {
    guard text.contains(where: { !$0.isWhitespace }) else {
      return [Float](repeating: 0, count: spread.count)
    }
    var random = SeededRandom(seed: seed, stream: 5, number: FNV1a(text).value)
    let centre = centres.row(sizes.draw(&random))
    var vector = [Float]()
    vector.reserveCapacity(spread.count)
    for (component, middle) in zip(spread, centre) {
      vector.append((middle + noise * random.normal()) * component)
    }
    return vector.scaledToUnitLength()
  }

  private static func centres(dimensions: Int, seed: UInt64) -> EmbeddingMatrix {
    var random = SeededRandom(seed: seed, stream: 6)
    let mean = (0..<dimensions).map { _ in 0.6 * random.normal() }
    let groups = (0..<groupCount).map { _ in (0..<dimensions).map { _ in random.normal() } }
    var centres = EmbeddingMatrix(dimensions: dimensions)
    for _ in 0..<clusterCount {
      let group = groups[Int.random(in: 0..<groupCount, using: &random)]
      centres.append(zip(group, mean).map { 0.7 * $0 + 0.7 * random.normal() + $1 })
    }
    return centres
  }
}

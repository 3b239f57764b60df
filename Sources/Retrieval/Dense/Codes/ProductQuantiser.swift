import CKernels
import Relevance

/// The nearest of 256 centroids for every eight components, by k-means on a sample of the catalogue (Jégou, Douze and
/// Schmid 2011, "Product quantization for nearest neighbor search").
///
/// The sample and the first centroids come from a fixed seed, and parts are trained independently of each other, so
/// that the same vectors give the same codebooks on any number of threads.
struct ProductQuantiser: PartQuantiser {
  private static let seed: UInt64 = 0x5eed
  private static let largestSample = 8192
  private static let rounds = 8
  private static let centroids = Int(ASSAY_CENTROIDS)

  let width = Int(ASSAY_PART)
  private let codebooks: [[Float]]

  /// What training costs, in rows that take as long to encode.
  static func trainingRows(of count: Int) -> Int { min(count, largestSample) * rounds }

  /// Trains the codebooks; of no use when the prefixes' watch ended it.
  /// - Complexity: O(sample × 256 × dimensions), for each of a few rounds.
  init(training prefixes: BlendedPrefixes) {
    let sample = Self.sample(of: prefixes)
    let parts = (prefixes.dimensions + width - 1) / width
    let trained = prefixes.pool.accumulate(over: parts, grain: 1, into: [Int: [Float]]()) { trained, range in
      for part in range {
        trained[part] = Self.train(sample.map { Self.part(part, of: $0) }) {
          prefixes.watch.advance(by: sample.count / parts)
        }
      }
    }
    let codebooks = trained.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    self.codebooks = (0..<parts).map { codebooks[$0] ?? [] }
  }

  func codebook(_ part: Int) -> [Float] { codebooks[part] }

  func encode(
    _ prefix: UnsafePointer<Float>, dimensions: Int, length: Double,
    store: (_ part: Int, _ code: UInt8) -> Void
  ) -> Double {
    var square = 0.0
    withUnsafeTemporaryAllocation(of: Float.self, capacity: width) { components in
      for part in codebooks.indices {
        for i in 0..<width {
          let component = part * width + i
          components.initializeElement(
            at: i, to: component < dimensions ? Float(Double(prefix[component]) / length) : 0)
        }
        let code = assay_nearest_centroid(codebooks[part], components.baseAddress, nil)
        for i in 0..<width {
          let value = Double(codebooks[part][i * Self.centroids + Int(code)])
          square += value * value
        }
        store(part, code)
      }
    }
    return square
  }

  private static func sample(of prefixes: BlendedPrefixes) -> [[Float]] {
    var generator = SeededRandom(seed: seed)
    let rows = Array(0..<prefixes.layout.count)
    let chosen = rows.count <= largestSample ? rows : rows.shuffled(largestSample, using: &generator)
    return chosen.compactMap { prefixes.unitPrefix(of: $0) }
  }

  private static func part(_ part: Int, of vector: [Float]) -> [Float] {
    let width = Int(ASSAY_PART)
    let components = Array(vector[part * width..<min((part + 1) * width, vector.count)])
    return components + [Float](repeating: 0, count: width - components.count)
  }

  /// Lloyd's rounds from randomly chosen points, as long as `goesOn` says so before each; a centroid that loses all its
  /// points stays where it is.
  private static func train(_ points: [[Float]], goesOn: () -> Bool) -> [Float] {
    let width = Int(ASSAY_PART)
    var codebook = [Float](repeating: 0, count: width * centroids)
    guard !points.isEmpty else { return codebook }
    var generator = SeededRandom(seed: seed)
    let first = Array(points.indices).shuffled(min(centroids, points.count), using: &generator)
    for centroid in 0..<centroids {
      let point = points[first[centroid % first.count]]
      for i in 0..<width { codebook[i * centroids + centroid] = point[i] }
    }
    for _ in 0..<(points.count > centroids ? rounds : 0) where goesOn() {
      var sums = [Double](repeating: 0, count: width * centroids)
      var counts = [Int](repeating: 0, count: centroids)
      for point in points {
        let nearest = Int(assay_nearest_centroid(codebook, point, nil))
        counts[nearest] += 1
        for i in 0..<width { sums[i * centroids + nearest] += Double(point[i]) }
      }
      for centroid in 0..<centroids where counts[centroid] > 0 {
        for i in 0..<width {
          codebook[i * centroids + centroid] = Float(
            sums[i * centroids + centroid] / Double(counts[centroid]))
        }
      }
    }
    return codebook
  }
}

extension [Int] {
  /// The first `count` elements after a shuffle.
  fileprivate func shuffled(_ count: Int, using generator: inout SeededRandom) -> [Int] {
    var elements = self
    for index in 0..<count {
      elements.swapAt(index, Int.random(in: index..<elements.count, using: &generator))
    }
    return Array(elements[..<count])
  }
}

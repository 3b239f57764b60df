package import Embeddings

/// The embeddings of a catalogue, compared exactly at any declared length, precision and text share.
///
/// An item's vector is `share · text + (1 − share) · picture` over full-length unit vectors, cut to the first
/// `dimensions` components; an item that lacks one of the two is the other alone. Its score is the cosine of that
/// prefix with the query's prefix, both renormalised after the cut: a prefix is not unit length, and its inner
/// product alone would reward long prefixes. An item without a vector has no score, nor has one whose two vectors
/// cancel out but for rounding.
///
/// Precisions are configurations to be judged (`VectorPrecision` defines their scores). That of `float32` is the
/// truth, and answering it is accelerated silently by scanning bytes; the answers are certified to be those of the
/// full scan (`ErrorBound`, `CertifiedSearch`).
///
/// Sums over the bytes are kept for recent queries, so that moving the length or the share re-ranks instead of
/// scanning again. The index may be used from several threads at once.
package struct DenseIndex: Sendable {
  /// The lengths that can be compared, ascending; the last is the full length.
  package let dimensions: [Int]
  /// How many items there are, with or without vectors.
  package let count: Int

  /// The sides that the catalogue has, text first.
  let sides: [PackedVectors]
  /// What the sides are called in explanations.
  let sideNames: [String]
  let crosses: SharedArray<Float>?
  let pool: WorkerPool
  let effort: SearchEffort
  let recentQueries: RecentQueries
  let recentFactors: RecentlyUsed<FactorKey, BlendFactors>
  let recentRests: RecentlyUsed<RestKey, SharedArray<Float>>
  let recentCodes: RecentlyUsed<DenseLane, any CodedVectors>

  /// Makes an index over packed vectors whose row is the item's ordinal.
  ///
  /// - Parameters:
  ///   - text: The items' texts, or `nil` when the catalogue has none.
  ///   - picture: The items' pictures, or `nil` when the catalogue has none.
  ///   - crosses: The inner products of both sides' prefixes, `[stop][padded row]`; needed when there are two sides.
  ///   - dimensions: The prefix lengths that can be compared, ascending; where sides are packed.
  ///   - count: How many items there are.
  ///   - pool: The threads to work on.
  ///   - effort: How shortlists are chosen; answers do not depend on it.
  ///   - cacheBytes: How much memory the sums of recent queries may take, and the same again for what is derived
  ///     from recent lengths and shares.
  /// - Precondition: sides, where present, have `count` rows, the same layout, and stops at all `dimensions`, at others
  ///   perhaps, too.
  package init(
    text: PackedVectors?, picture: PackedVectors?, crosses: SharedArray<Float>?, dimensions: [Int],
    count: Int,
    pool: WorkerPool = .shared, effort: SearchEffort = .default, cacheBytes: Int = 256 << 20
  ) {
    let sides = [text, picture].compactMap(\.self)
    for side in sides {
      precondition(
        side.count == count && Set(dimensions).isSubset(of: side.layout.stops)
          && side.layout.stops.last == dimensions.last && side.layout == sides[0].layout,
        "\(side.count) vectors with stops \(side.layout.stops) for \(count) items at \(dimensions)")
    }
    precondition(
      sides.count < 2 || crosses?.count == sides[0].layout.squareCount,
      "two sides without their inner products")
    self.dimensions = dimensions
    self.count = count
    self.sides = sides
    self.sideNames = (text == nil ? [] : ["text"]) + (picture == nil ? [] : ["picture"])
    self.crosses = sides.count == 2 ? crosses : nil
    self.pool = pool
    self.effort = effort
    recentQueries = RecentQueries(budget: cacheBytes)
    let rowBytes = max(1, count * MemoryLayout<Float>.size)
    // One set for each length at least: a slider that is moved over all of them would find none otherwise.
    recentFactors = RecentlyUsed(
      capacity: max(dimensions.count, cacheBytes / 2 / ((sides.count + 1) * rowBytes)))
    recentRests = RecentlyUsed(capacity: max(6, cacheBytes / 2 / rowBytes))
    // Two columns of two stages each.
    recentCodes = RecentlyUsed(capacity: 4)
  }

  /// Makes an index over matrices, packed in memory.
  ///
  /// - Parameters:
  ///   - text: Unit vectors of the items' texts; all zeros where there is none.
  ///   - picture: Unit vectors of the items' pictures; all zeros where there is none.
  ///   - dimensions: The prefix lengths the encoder declares, ascending.
  ///   - pool: The threads to work on.
  ///   - effort: How shortlists are chosen.
  /// - Precondition: both matrices have the same shape; `dimensions` ascends, begins above 0 and ends with the
  ///   length of a row.
  /// - Complexity: O(count × row length).
  package init(
    text: EmbeddingMatrix, picture: EmbeddingMatrix, dimensions: [Int], pool: WorkerPool = .shared,
    effort: SearchEffort = .default
  ) {
    precondition(
      text.count == picture.count && text.dimensions == picture.dimensions,
      "\(text.count) × \(text.dimensions) texts and \(picture.count) × \(picture.dimensions) pictures")
    let hasPictures = picture.values.contains { $0 != 0 }
    let left = PackedVectors.pack(text, stops: dimensions)
    let right = hasPictures ? PackedVectors.pack(picture, stops: dimensions) : nil
    let crosses = right.map { right in
      SharedArray<Float>(count: left.layout.squareCount) { products in
        left.floats.withUnsafeBufferPointer { left in
          right.floats.withUnsafeBufferPointer { right in
            VectorPacker(
              VectorLayout(count: text.count, dimensions: text.dimensions, stops: dimensions)
            ).packCrosses(left, right, into: products)
          }
        }
      }
    }
    self.init(
      text: left, picture: right, crosses: crosses, dimensions: dimensions, count: text.count, pool: pool,
      effort: effort)
  }

  /// The stop at a length; 0 when there is nothing to compare.
  /// - Precondition: the length is declared.
  func stop(_ length: Int) -> Int {
    precondition(dimensions.contains(length), "\(length) dimensions are not among \(dimensions)")
    return sides.first?.layout.stop(ofLength: length) ?? 0
  }

  /// How vectors are blended under a text share.
  func blend(textShare: Double) -> Blend {
    Blend(sides: sides, crosses: crosses, shares: shares(textShare))
  }

  /// What sums are worth at a stop under a text share.
  func factors(stop: Int, textShare: Double) -> BlendFactors {
    recentFactors.value(for: FactorKey(stop: stop, shares: shares(textShare))) {
      blendRows(textShare).factors(stop: stop)
    }
  }

  /// What part of each row's prefix at `stop` lies beyond a shorter one, at most.
  func rests(from shorter: Int, to stop: Int, textShare: Double) -> SharedArray<Float> {
    recentRests.value(for: RestKey(shorter: shorter, stop: stop, shares: shares(textShare))) {
      blendRows(textShare).rests(from: shorter, to: stop)
    }
  }

  /// What the greatest bounds of tiles depend on.
  func topsKey(from shorter: Int, to stop: Int, textShare: Double) -> RestKey {
    RestKey(shorter: shorter, stop: stop, shares: shares(textShare))
  }

  private func blendRows(_ textShare: Double) -> BlendRows {
    BlendRows(sides: sides, crosses: crosses, shares: shares(textShare), pool: pool)
  }

  /// Each side's share; with one side, whatever the text share is, all of it.
  private func shares(_ textShare: Double) -> [Double] {
    sides.count == 2 ? [textShare, 1 - textShare] : [Double](repeating: 1, count: sides.count)
  }
}

/// What factors depend on.
struct FactorKey: Hashable, Sendable {
  let stop: Int
  let shares: [Double]
}

/// What rests, and bounds from a shorter prefix, depend on.
struct RestKey: Hashable, Sendable {
  let shorter: Int
  let stop: Int
  let shares: [Double]
}

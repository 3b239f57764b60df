package import Embeddings

/// The embeddings of a catalogue, compared exactly at any declared length, precision and text share.
///
/// An item's vector is `share · text + (1 − share) · picture` over full-length unit vectors, cut to the first
/// `dimensions` components; an item that lacks one of the two is the other alone. Its score is the cosine of that
/// prefix with the query's prefix, both renormalised after the cut: a prefix is not unit length, and its inner
/// product alone would reward long prefixes. An item without a vector has no score.
///
/// Precisions:
/// - `float32`: the cosine, from float32 inner products of the two sides;
/// - `int8`: item and query prefixes rounded to bytes with one scale for each vector; the score is the inner
///   product of the rounded vectors, times both scales;
/// - `binary`: one bit for each component, set when it is positive; the score is `1 − 2 · distance / dimensions`
///   with the Hamming distance.
///
/// Inner products of recent queries are kept for every declared length, so that moving the length or the share
/// combines cached numbers instead of scanning again; rounded vectors are kept for recent settings.
package struct DenseIndex: Sendable {
  /// The lengths that can be compared, ascending; the last is the full length.
  package let dimensions: [Int]
  /// How many items there are, with or without vectors.
  package let count: Int

  let text: EmbeddingMatrix
  let picture: EmbeddingMatrix
  let norms: PrefixNorms
  let recentDots = RecentlyUsed<[Float], QueryDots>(capacity: 4)
  let recentCodes = RecentlyUsed<DenseLane, RoundedVectors>(capacity: 4)

  /// Makes an index over vectors whose row is the item's ordinal.
  ///
  /// - Parameters:
  ///   - text: Unit vectors of the items' texts; all zeros where there is none.
  ///   - picture: Unit vectors of the items' pictures; all zeros where there is none.
  ///   - dimensions: The prefix lengths the encoder declares, ascending.
  /// - Precondition: both matrices have the same shape; `dimensions` ascends, begins above 0 and ends with the
  ///   length of a row.
  /// - Complexity: O(count × row length).
  package init(text: EmbeddingMatrix, picture: EmbeddingMatrix, dimensions: [Int]) {
    precondition(
      text.count == picture.count && text.dimensions == picture.dimensions,
      "\(text.count) × \(text.dimensions) texts and \(picture.count) × \(picture.dimensions) pictures")
    precondition(
      dimensions.last == text.dimensions && dimensions[0] > 0
        && zip(dimensions, dimensions.dropFirst()).allSatisfy { $0 < $1 },
      "\(dimensions) are not ascending prefix lengths of \(text.dimensions) components")
    self.dimensions = dimensions
    self.count = text.count
    self.text = text
    self.picture = picture
    self.norms = PrefixNorms(text: text, picture: picture, stops: dimensions)
  }

  /// Scores every item against a query.
  ///
  /// - Parameters:
  ///   - query: The query's vector at full length; need not be unit length.
  ///   - lane: The length, precision and share to compare at.
  /// - Returns: A score for each item that has a vector and that the coarse stage, if any, picks; none at all when the
  ///   query's prefix is all zeros.
  /// - Precondition: `query` has the full length and `lane.dimensions` is declared.
  /// - Complexity: O(count × row length) for a new query; O(count) for float32 after a move of length or share.
  package func scores(of query: [Float], lane: DenseLane) -> LaneScores {
    guard let coarse = lane.coarse else { return ownScores(of: query, lane: lane) }
    let first = DenseLane(
      dimensions: coarse.dimensions, precision: coarse.precision, textShare: lane.textShare)
    let shortlist = Set(LaneRanking(ownScores(of: query, lane: first)).order.prefix(coarse.shortlist))
    let scores = ownScores(of: query, lane: lane)
    return LaneScores(
      (0..<UInt32(count)).map { shortlist.contains($0) ? scores[$0] ?? .nan : .nan })
  }

  /// What the lane's own length and precision give every item, whether or not a coarse stage would pick it.
  private func ownScores(of query: [Float], lane: DenseLane) -> LaneScores {
    precondition(
      query.count == text.dimensions, "a query of \(query.count) components, not \(text.dimensions)")
    let stop = self.stop(of: lane)
    let queryNorm = norm(query.prefix(lane.dimensions))
    guard queryNorm > 0 else { return LaneScores([Double](repeating: .nan, count: count)) }
    switch lane.precision {
    case .float32:
      let dots = self.dots(of: query)
      return LaneScores(
        (0..<count).map { item in
          let blend = norms.blend(of: item, textShare: lane.textShare)
          let length = norms.norm(of: item, stop: stop, blend: blend) * queryNorm
          guard length > 0 else { return .nan }
          return
            (blend.text * Double(dots.text[stop * count + item])
            + blend.picture * Double(dots.picture[stop * count + item])) / length
        })
    case .int8, .binary:
      return LaneScores(codes(lane).scores(of: query.prefix(lane.dimensions)))
    }
  }

  /// An item as an example of what to look for: its vectors blended by the share, at full length and unit length.
  ///
  /// `nil` when the item has no vector, or its sides cancel out.
  /// - Precondition: `ordinal` is an item.
  package func vector(of ordinal: UInt32, textShare: Double) -> [Float]? {
    let blend = norms.blend(of: Int(ordinal), textShare: textShare)
    let vector = zip(text.row(Int(ordinal)), picture.row(Int(ordinal))).map {
      Float(blend.text * Double($0) + blend.picture * Double($1))
    }.scaledToUnitLength()
    return vector.contains { $0 != 0 } ? vector : nil
  }

  /// The position of the lane's length among `dimensions`.
  func stop(of lane: DenseLane) -> Int {
    guard let stop = dimensions.firstIndex(of: lane.dimensions) else {
      preconditionFailure("\(lane.dimensions) dimensions are not among \(dimensions)")
    }
    return stop
  }

  /// The query's inner products with both sides of every item, at every declared length.
  func dots(of query: [Float]) -> QueryDots {
    recentDots.value(for: query) {
      QueryDots(query: query, text: text, picture: picture, stops: dimensions)
    }
  }

  /// The items' vectors rounded as the lane wants them.
  func codes(_ lane: DenseLane) -> RoundedVectors {
    recentCodes.value(for: lane) {
      RoundedVectors(index: self, lane: lane)
    }
  }

  /// The Euclidean length of a vector, accumulated in double precision.
  func norm(_ vector: some Sequence<Float>) -> Double {
    vector.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
  }
}

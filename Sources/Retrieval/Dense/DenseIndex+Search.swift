extension DenseIndex {
  /// The best items under a lane.
  ///
  /// The list equals that of the slow scan which scores every item as the lane says: the same items in the same
  /// order with the same scores, whatever the effort, the threads and what was asked before.
  ///
  /// - Parameters:
  ///   - depth: The largest number of items listed.
  ///   - query: The query's vector at full length; need not be unit length.
  ///   - lane: The length, precision, share and coarse stage to compare at.
  ///   - eligible: The items to choose from; all when `nil`.
  /// - Returns: The list, empty when the query's prefix is all zeros; how many eligible items have a score; and
  ///   whether the list was scanned, proven or, after a coarse stage, is approximate.
  /// - Precondition: `query` has the full length, the lane's dimensions are declared, and `eligible` is of this
  ///   catalogue.
  /// - Complexity: O(count × dimensions) for a new query, usually reading a fraction of the codes; O(count) for a
  ///   length that was scanned before; O(depth) for what was answered as deep, or deeper, just before.
  package func top(
    _ depth: Int, of query: [Float], lane: DenseLane, within eligible: ItemSet? = nil
  ) -> LaneList {
    precondition(eligible.map { $0.universe == count } ?? true, "a filter of another catalogue")
    guard let scanned = scannedQuery(query, stop: stop(lane.dimensions)) else {
      return LaneList([], matched: 0, exactness: .scanned)
    }
    return scanned.lists.list(depth, for: KeptLists.Question(lane: lane, eligible: eligible)) {
      guard lane.coarse == nil else {
        return twoStageList(depth, of: query, lane: lane, within: eligible)
      }
      return search(query, lane, eligible)?.top(depth) ?? LaneList([], matched: 0, exactness: .scanned)
    }
  }

  /// An item's score under a lane's own length and precision, whether or not a coarse stage would pick the item;
  /// `nil` when the item or the query's prefix has no vector.
  /// - Precondition: As for `top`; `ordinal` is an item.
  package func score(of ordinal: UInt32, query: [Float], lane: DenseLane) -> Double? {
    precondition(ordinal < count, "item \(ordinal) of \(count)")
    return rowScores(query, lane)?.score(of: ordinal)
  }

  /// An item's competition rank among the eligible items, from 1, or `nil` when it has none.
  ///
  /// Exact without ranking everything: items that are certain to be better are counted, those within the error bound
  /// are rescored. After a coarse stage, the rank is that in the shortlist.
  ///
  /// - Precondition: As for `top`; `ordinal` is an item.
  /// - Complexity: As for `top`.
  package func rank(
    of ordinal: UInt32, query: [Float], lane: DenseLane, within eligible: ItemSet? = nil
  ) -> Int? {
    precondition(ordinal < count, "item \(ordinal) of \(count)")
    if let coarse = lane.coarse {
      return twoStageList(coarse.shortlist, of: query, lane: lane, within: eligible).entries
        .first { $0.ordinal == ordinal }?.rank
    }
    guard eligible?.contains(ordinal) ?? true, let score = score(of: ordinal, query: query, lane: lane),
      let search = search(query, lane, eligible)
    else { return nil }
    return search.count(above: Float(score)) + 1
  }

  /// Every eligible item that scores at least `threshold`, in order, without any cut.
  ///
  /// Scores are compared as the float32 numbers that the order is made of. After a coarse stage, only its shortlist
  /// is looked at.
  ///
  /// - Precondition: As for `top`.
  /// - Complexity: As for `top`, and O(items found × dimensions).
  package func findAll(
    atLeast threshold: Double, query: [Float], lane: DenseLane, within eligible: ItemSet? = nil
  ) -> FoundItems {
    let threshold = Float(threshold)
    if let coarse = lane.coarse {
      let list = twoStageList(coarse.shortlist, of: query, lane: lane, within: eligible)
      let keys = list.entries.map { RankKey(score: Float($0.score), ordinal: $0.ordinal) }
        .filter { $0.score >= threshold }.sorted { $0.ordinal < $1.ordinal }
      return FoundItems(ascending: keys, threshold: threshold, exactness: list.exactness)
    }
    return search(query, lane, eligible)?.all(atLeast: threshold)
      ?? FoundItems(ascending: [], threshold: threshold, exactness: .scanned)
  }

  /// Every eligible item that scores at least `threshold` by byte vectors alone: an immediate answer, to be replaced
  /// by that of `findAll` in float32.
  /// - Precondition: As for `top`.
  /// - Complexity: O(count) once the query was scanned.
  package func findAllQuickly(
    atLeast threshold: Double, query: [Float], lane: DenseLane, within eligible: ItemSet? = nil
  ) -> FoundItems {
    guard lane.precision == .float32, lane.coarse == nil else {
      return findAll(atLeast: threshold, query: query, lane: lane, within: eligible)
    }
    var bytes = lane
    bytes.precision = .int8
    return findAll(atLeast: threshold, query: query, lane: bytes, within: eligible)
      .claiming(.approximate("int8"))
  }

  /// The score of every item under a lane.
  ///
  /// - Returns: A score for each item that has a vector and that the coarse stage, if any, picks; none at all when the
  ///   query's prefix is all zeros.
  /// - Precondition: As for `top`.
  /// - Complexity: O(count × dimensions): the slow scan.
  package func scores(of query: [Float], lane: DenseLane) -> LaneScores {
    var scores = [Double](repeating: .nan, count: count)
    if let coarse = lane.coarse {
      for entry in twoStageList(coarse.shortlist, of: query, lane: lane, within: nil).entries {
        scores[Int(entry.ordinal)] = entry.score
      }
    } else if let rows = rowScores(query, lane) {
      rows.writeAll(&scores, on: pool)
    }
    return LaneScores(scores)
  }

  /// An item's vector under a text share, at full length and unit length, or `nil` when it has none, or one that is no
  /// vector of finite numbers.
  /// - Precondition: `ordinal` is an item.
  package func vector(of ordinal: UInt32, textShare: Double) -> [Float]? {
    precondition(ordinal < count, "item \(ordinal) of \(count)")
    guard let stop = sides.first.map({ $0.layout.stops.count - 1 }) else { return nil }
    let blend = blend(textShare: textShare)
    guard let length = blend.length(of: ordinal, stop: stop) else { return nil }
    let vector = blend.vector(of: ordinal, dimensions: sides[0].layout.dimensions)
    guard vector.allSatisfy(\.isFinite) else { return nil }
    return vector.map { Float(Double($0) / length) }
  }

  /// The search of a query under a lane without its coarse stage, or `nil` when nothing can have a score.
  func search(_ query: [Float], _ lane: DenseLane, _ eligible: ItemSet?) -> (any LaneSearch)? {
    precondition(eligible.map { $0.universe == count } ?? true, "a filter of another catalogue")
    let stop = self.stop(lane.dimensions)
    guard let scanned = scannedQuery(query, stop: stop) else { return nil }
    if lane.precision == .float32 {
      return CertifiedSearch(
        index: self, scanned: scanned, stop: stop, textShare: lane.textShare, eligible: eligible)
    }
    guard let scores = rowScores(query, lane) else { return nil }
    let factors = factors(stop: stop, textShare: lane.textShare)
    return ScannedSearch(
      scores: scores, scan: RowScan(count: count, eligible: eligible, pool: pool),
      matched: eligible.map { $0.intersection(factors.directed).count } ?? factors.directedCount)
  }

  /// Scores by row under a lane's own length and precision, or `nil` when nothing has one.
  func rowScores(_ query: [Float], _ lane: DenseLane) -> (any RowScores)? {
    let stop = self.stop(lane.dimensions)
    guard let scanned = scannedQuery(query, stop: stop) else { return nil }
    switch lane.precision {
    case .float32:
      return FloatScores(
        sides: sides, blend: blend(textShare: lane.textShare), stop: stop, query: scanned.query)
    case .int8:
      return IntegerScores(
        sums: sums(of: scanned, stop: stop), factors: factors(stop: stop, textShare: lane.textShare),
        scale: scanned.query.scale(at: stop))
    case .binary, .asymmetric, .twoBit, .product:
      return codes(lane).scores(of: scanned.query, stop: stop)
    }
  }

  private func twoStageList(
    _ depth: Int, of query: [Float], lane: DenseLane, within eligible: ItemSet?
  ) -> LaneList {
    guard let coarse = lane.coarse else { return top(depth, of: query, lane: lane, within: eligible) }
    let first = DenseLane(
      dimensions: coarse.dimensions, precision: coarse.precision, textShare: lane.textShare)
    let picked = top(coarse.shortlist, of: query, lane: first, within: eligible).entries.map(\.ordinal)
    let rows = rowScores(query, lane)
    let scored = picked.compactMap { ordinal in
      rows?.score(of: ordinal).map { (ordinal: ordinal, score: $0) }
    }.sorted { left, right in
      RankKey(score: Float(left.score), ordinal: left.ordinal)
        < RankKey(score: Float(right.score), ordinal: right.ordinal)
    }
    return LaneList(
      Array(scored.prefix(depth)), matched: scored.count, exactness: .approximate(coarse.summary))
  }
}

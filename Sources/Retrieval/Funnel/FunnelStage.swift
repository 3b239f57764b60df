package import Relevance

/// One coarse first stage, and where it puts every relevant item.
package struct FunnelStage: Hashable, Sendable {
  /// The length compared.
  package let dimensions: Int
  /// The number format compared.
  package let precision: VectorPrecision
  /// Every relevant item of every query, queries in the order of the sweep.
  package let places: [FunnelPlace]

  /// Makes a stage.
  package init(dimensions: Int, precision: VectorPrecision, places: [FunnelPlace]) {
    self.dimensions = dimensions
    self.precision = precision
    self.places = places
  }

  /// Bytes that one vector of the stage takes.
  package var bytes: Int { precision.bytes(dimensions: dimensions) }

  /// What it is called: `64 int8`.
  package var label: String { "\(dimensions) \(precision.rawValue)" }

  /// How much a shortlist keeps: the mean over queries of the share of their relevant items.
  package func share(keptBy shortlist: Int, bootstrap: Bootstrap) -> FunnelShare {
    var counts: [QueryID: (kept: Int, all: Int)] = [:]
    var order: [QueryID] = []
    for place in places {
      if counts[place.query] == nil { order.append(place.query) }
      counts[place.query, default: (0, 0)].all += 1
      if place.isKept(by: shortlist) { counts[place.query, default: (0, 0)].kept += 1 }
    }
    let shares = order.compactMap { counts[$0] }.map { Double($0.kept) / Double($0.all) }
    return FunnelShare(
      shortlist: shortlist, kept: places.count { $0.isKept(by: shortlist) }, relevant: places.count,
      mean: MeanEstimate(shares, by: bootstrap))
  }

  /// The relevant items that a shortlist loses, those that the full ranking puts highest first.
  ///
  /// Equal places are ordered by query and document, byte by byte. With `fullRank`, only items that the full ranking
  /// has among its first so many.
  package func lost(by shortlist: Int, within fullRank: Int? = nil) -> [FunnelPlace] {
    places.filter { place in
      !place.isKept(by: shortlist) && fullRank.map { (place.fullRank ?? .max) <= $0 } ?? true
    }
    .sorted { left, right in
      let ranks = (left.fullRank ?? .max, right.fullRank ?? .max)
      if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
      if left.query != right.query { return left.query < right.query }
      return left.document < right.document
    }
  }

  /// The smallest shortlist that keeps every relevant item that any shortlist can, or `nil` when there is none.
  ///
  /// With `fullRank`, only those count that the full ranking has among its first so many.
  package func shortlistKeepingAll(within fullRank: Int? = nil) -> Int? {
    places.filter { place in fullRank.map { (place.fullRank ?? .max) <= $0 } ?? true }
      .compactMap(\.coarseRank).max()
  }
}

extension FunnelPlace {
  /// Whether a shortlist of this length has the item.
  package func isKept(by shortlist: Int) -> Bool {
    coarseRank.map { $0 <= shortlist } ?? false
  }
}

/// How many relevant items a shortlist keeps.
package struct FunnelShare: Hashable, Sendable {
  /// How many items the stage hands on.
  package let shortlist: Int
  /// How many relevant items are among them, over all queries.
  package let kept: Int
  /// How many relevant items there are.
  package let relevant: Int
  /// The mean over queries of the share kept, with its interval.
  package let mean: MeanEstimate
}

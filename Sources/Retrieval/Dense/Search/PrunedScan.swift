import CKernels

/// Upper bounds of float32 cosines from byte codes, without reading more of the codes than the proof needs.
///
/// Where the sums of the whole prefix are known, they give the bounds. Where they are not, a shorter prefix is
/// scanned first, and what lies beyond it is allowed for (`Allowance`). Of each tile the greatest bound is noted;
/// only tiles with an item that can still reach the floor are read on, and dropped as soon as they have none.
struct PrunedScan {
  private let search: CertifiedSearch
  private let reader: TileReader
  /// What may be missing at the stop up to which sums are known for every row.
  private let start: Allowance
  /// By tile, the greatest bound of its rows.
  private let tops: SharedArray<Float>

  /// Scans the shorter prefix, unless it or the whole one is known.
  init(search: CertifiedSearch) {
    self.init(search: search, start: Self.start(of: search))
  }

  /// Scans the whole prefix, unless it is known: the same search then finds everything ready.
  static func prepare(_ search: CertifiedSearch) {
    _ = PrunedScan(search: search, start: search.stop)
  }

  private init(search: CertifiedSearch, start: Int) {
    let reader = TileReader(search, from: start)
    let allowance = Allowance(search, at: start)
    self.search = search
    self.reader = reader
    self.start = allowance
    tops = search.tileTops(from: start) { reader.tops(allowance) }
  }

  /// The error of the shortlist's bounds.
  var error: ErrorBound { start.error }

  /// The best rows by the bounds that follow from what is known for all.
  func shortlist(_ wanted: Int) -> [RankKey] {
    // As many tiles, those with the greatest tops, hold the rows with the greatest bounds.
    var tiles = TopKeys(wanted)
    tops.withUnsafeBufferPointer { tops in
      if let start = tops.baseAddress { tiles.offer(start, rows: tops.count, first: 0, eligible: nil) }
    }
    var rows = TopKeys(wanted)
    rows.offer(
      reader.rows(
        of: tiles.finished().map(\.ordinal),
        legs: [TileReader.Leg(blocks: 0..<0, allowance: start, threshold: -.infinity)]))
    return rows.finished()
  }

  /// Every row whose upper bound reaches `floor`, with that bound, in ordinal order; `nil` when they are more than
  /// `most`.
  func candidates(reaching floor: Float, atMost most: Int) -> [RankKey]? {
    let legs = legs(floor)
    let tiles = tiles(reaching: error.threshold(toReach: floor))
    guard legs.count > 1 || tiles.count <= most else { return nil }
    let rows = reader.rows(of: tiles, legs: legs.count > 1 ? Array(legs.dropFirst()) : legs)
    return rows.count <= most ? rows : nil
  }

  private func tiles(reaching threshold: Float) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: tops.count) { tiles, count in
      for (tile, top) in tops.enumerated() where top >= threshold {
        tiles.initializeElement(at: count, to: UInt32(tile))
        count += 1
      }
    }
  }

  /// Where tiles are dropped: after the known prefix, whenever it has doubled, and at the end.
  private func legs(_ floor: Float) -> [TileReader.Leg] {
    let stops = search.index.sides[0].layout.stops
    var ends = [start.stop]
    for next in start.stop..<search.stop where stops[next] >= 2 * stops[ends[ends.count - 1]] {
      ends.append(next)
    }
    if start.stop < search.stop { ends.append(search.stop) }
    return zip(ends, [start.stop] + ends).map { end, before in
      let allowance = Allowance(search, at: end)
      return TileReader.Leg(
        blocks: before + 1..<end + 1, allowance: allowance,
        threshold: allowance.error.threshold(toReach: floor))
    }
  }

  private static func start(of search: CertifiedSearch) -> Int {
    let stop = search.stop
    if search.scanned.sums(at: stop) != nil { return stop }
    let stops = search.index.sides[0].layout.stops
    let lengths = search.scanned.query.lengths
    let effort = search.index.effort
    func isEnough(_ prefix: Int) -> Bool {
      let part = lengths[prefix] / lengths[stop]
      return stops[prefix] >= effort.leastPrefix && 1 - part * part <= effort.largestRest
    }
    if let known = search.scanned.longestSums(before: stop), isEnough(known.stop) { return known.stop }
    guard let first = (0...stop).first(where: isEnough), 2 * stops[first] <= stops[stop] else { return stop }
    return first
  }
}

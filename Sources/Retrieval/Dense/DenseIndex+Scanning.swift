import Synchronization

extension DenseIndex {
  private static let grain = 256  // tiles: their sums stay in the cache while block after block is added

  /// The stored form of a query, or `nil` when its prefix has no direction, a component is no finite number, or there is
  /// nothing to compare it with.
  /// - Precondition: `query` has the full length.
  func scannedQuery(_ query: [Float], stop: Int) -> ScannedQuery? {
    precondition(
      query.count == dimensions[dimensions.count - 1],
      "a query of \(query.count) components, not \(dimensions[dimensions.count - 1])")
    guard let layout = sides.first?.layout, count > 0, query.allSatisfy(\.isFinite) else { return nil }
    let scanned = recentQueries.query(query, layout: layout)
    return scanned.query.lengths[stop] > 0 ? scanned : nil
  }

  /// The query's sums with all rows up to a stop; scanned from the longest shorter prefix that is known.
  /// - Complexity: O(count × components not yet scanned).
  func sums(of scanned: ScannedQuery, stop: Int) -> PrefixSums {
    if let sums = scanned.sums(at: stop) { return sums }
    let known = scanned.longestSums(before: stop)
    let blocks = (known.map { $0.stop + 1 } ?? 0)..<(stop + 1)
    let sums = PrefixSums(
      sides: sides.indices.map { side in
        extend(known?.sums.sides[side], over: blocks, side: side, query: scanned.query)
      })
    scanned.keep(sums, at: stop)
    recentQueries.trim()
    return sums
  }

  /// Scans a query over all lengths in the background, so that a move of the length then only re-ranks.
  ///
  /// Runs on the pool's threads and gives way: it stops between two pieces when another query is asked or when
  /// `isCancelled` says so.
  ///
  /// - Parameters:
  ///   - query: The query that was asked last.
  ///   - textShare: The share for which rankings at all lengths are prepared.
  ///   - isCancelled: Asked between two pieces of work, from any thread.
  /// - Returns: Whether every length is prepared: not when it was stopped, nor when the sums of one query would take
  ///   more memory than there is for them.
  /// - Complexity: O(count × row length).
  @discardableResult
  package func completePrefixes(
    of query: [Float], textShare: Double, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> Bool {
    guard let scanned = recentQueries.newest(query), let layout = sides.first?.layout else { return false }
    let stops = layout.stops.indices
    if stops.contains(where: { scanned.sums(at: $0) == nil }) {
      guard recentQueries.hasRoom(for: sides.count * layout.squareCount * MemoryLayout<Int32>.size),
        let prefixes = allSums(of: scanned, isCancelled: isCancelled)
      else { return false }
      for stop in stops { scanned.keep(prefixes[stop], at: stop) }
      recentQueries.trim()
    }
    for length in dimensions {
      if isCancelled() || recentQueries.isOvertaken(scanned) { return false }
      PrunedScan.prepare(
        CertifiedSearch(
          index: self, scanned: scanned, stop: stop(length), textShare: textShare, eligible: nil))
    }
    return true
  }

  /// The sums up to every stop in one pass, or `nil` when it was stopped.
  private func allSums(
    of scanned: ScannedQuery, isCancelled: @escaping @Sendable () -> Bool
  ) -> [PrefixSums]? {
    let layout = sides[0].layout
    let scan = ByteScan(sides: sides, query: scanned.query)
    let isStopped = Atomic(false)
    let columns = sides.indices.map { side in
      SharedArray<Int32>(count: layout.squareCount) { kept in
        guard let start = kept.baseAddress else { return }
        nonisolated(unsafe) let memory = start  // threads write to rows of their own
        pool.concurrently(over: layout.tiles, grain: Self.grain) { tiles in
          if isStopped.load(ordering: .relaxed) { return }
          if isCancelled() || recentQueries.isOvertaken(scanned) {
            isStopped.store(true, ordering: .relaxed)
            return
          }
          let rows = tiles.count * VectorLayout.tileRows
          withUnsafeTemporaryAllocation(of: Int32.self, capacity: rows) { sums in
            sums.initialize(repeating: 0)
            guard let sums = sums.baseAddress else { return }
            scan.add(0..<layout.stops.count, side: side, tiles: tiles, to: sums, kept: memory)
          }
        }
      }
    }
    guard !isStopped.load(ordering: .relaxed) else { return nil }
    return layout.stops.indices.map { stop in
      let rows = stop * layout.paddedCount..<(stop + 1) * layout.paddedCount
      return PrefixSums(sides: columns.map { $0.part(rows) })
    }
  }

  private func extend(
    _ known: SharedArray<Int32>?, over blocks: Range<Int>, side: Int, query: RoundedQuery
  ) -> SharedArray<Int32> {
    let layout = sides[side].layout
    let scan = ByteScan(sides: sides, query: query)
    return SharedArray(count: layout.paddedCount) { sums in
      guard let start = sums.baseAddress else { return }
      nonisolated(unsafe) let memory = start  // threads write to rows of their own
      pool.concurrently(over: layout.tiles, grain: Self.grain) { tiles in
        let first = tiles.lowerBound * VectorLayout.tileRows
        let rows = tiles.count * VectorLayout.tileRows
        if let known {
          known.withUnsafeBufferPointer { known in
            (memory + first).initialize(from: UnsafeBufferPointer(rebasing: known[first..<first + rows]))
          }
        } else {
          (memory + first).initialize(repeating: 0, count: rows)
        }
        scan.add(blocks, side: side, tiles: tiles, to: memory + first)
      }
    }
  }
}

extension UnsafeMutablePointer {
  /// Initialises as many elements as another buffer has.
  fileprivate func initialize(from buffer: UnsafeBufferPointer<Pointee>) {
    guard let start = buffer.baseAddress else { return }
    initialize(from: start, count: buffer.count)
  }
}

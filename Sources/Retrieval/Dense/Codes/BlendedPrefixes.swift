/// Every item's blended prefix under one length and share, made one at a time.
struct BlendedPrefixes: Sendable {
  let blend: Blend
  let layout: VectorLayout
  let stop: Int
  let pool: WorkerPool
  let watch: DerivationWatch

  /// The components of a prefix.
  var dimensions: Int { layout.stops[stop] }

  /// Calls `body` on all threads with every row that has a direction, its prefix and that prefix's length, until the
  /// watch ends it.
  func forEach(_ body: @Sendable (_ row: Int, _ prefix: UnsafePointer<Float>, _ length: Double) -> Void) {
    pool.concurrently(over: layout.tiles, grain: 64) { tiles in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: dimensions) { prefix in
        guard let prefix = prefix.baseAddress, watch.advance(by: tiles.count * VectorLayout.tileRows) else {
          return
        }
        let rows = tiles.lowerBound * VectorLayout.tileRows..<tiles.upperBound * VectorLayout.tileRows
        for row in rows.clamped(to: 0..<layout.count) {
          guard let length = blend.length(of: UInt32(row), stop: stop) else { continue }
          blend.write(UInt32(row), dimensions: dimensions, to: prefix)
          body(row, prefix, length)
        }
      }
    }
  }

  /// A row's prefix at unit length, or `nil` when it has no direction or a damaged file made it no vector of numbers.
  func unitPrefix(of row: Int) -> [Float]? {
    guard let length = blend.length(of: UInt32(row), stop: stop) else { return nil }
    let vector = blend.vector(of: UInt32(row), dimensions: dimensions)
    return vector.allSatisfy(\.isFinite) ? vector.map { Float(Double($0) / length) } : nil
  }
}

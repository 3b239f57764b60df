internal import OrderedCollections
internal import Retrieval
internal import Storage
internal import Synchronization

/// The items that filters let through, with the sets of recent comparisons kept; safe from any thread.
final class FilterSets: Sendable {
  private let store: ItemStore
  private let byteLimit: Int
  private let recent = Mutex((sets: OrderedDictionary<FilterComparison, ItemSet>(), bytes: 0))

  /// Reads from `store` and keeps sets of at most `byteLimit` bytes together, those of the newest comparisons.
  init(store: ItemStore, byteLimit: Int = 64 << 20) {
    self.store = store
    self.byteLimit = byteLimit
  }

  /// The items that pass an expression.
  func items(passing expression: FilterExpression) throws(StorageError) -> ItemSet {
    try expression.items(universe: store.count) { comparison throws(StorageError) in
      try items(matching: comparison)
    }
  }

  /// How many bytes the kept sets have.
  var keptBytes: Int { recent.withLock { $0.bytes } }

  private func items(matching comparison: FilterComparison) throws(StorageError) -> ItemSet {
    if let set = recall(comparison) { return set }
    let set = try store.items(matching: comparison)
    recent.withLock { recent in
      if recent.sets.updateValue(set, forKey: comparison) == nil { recent.bytes += Self.bytes(of: set) }
      while recent.bytes > byteLimit, let oldest = recent.sets.values.first {
        recent.bytes -= Self.bytes(of: oldest)
        recent.sets.removeFirst()
      }
    }
    return set
  }

  private func recall(_ comparison: FilterComparison) -> ItemSet? {
    recent.withLock { recent in
      guard let set = recent.sets.removeValue(forKey: comparison) else { return nil }
      recent.sets[comparison] = set
      return set
    }
  }

  private static func bytes(of set: ItemSet) -> Int { set.words.count * MemoryLayout<UInt64>.stride }
}

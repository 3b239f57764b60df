internal import OrderedCollections
internal import Synchronization

/// The vectors that were used lately, the least recently used dropped first; safe from any thread.
final class RecentVectors<Key: Hashable & Sendable>: Sendable {
  private let capacity: Int
  private let entries = Mutex(OrderedDictionary<Key, [Float]>())

  init(capacity: Int) {
    self.capacity = capacity
  }

  subscript(key: Key) -> [Float]? {
    get {
      entries.withLock { entries in
        guard let vector = entries.removeValue(forKey: key) else { return nil }
        entries[key] = vector
        return vector
      }
    }
    set {
      entries.withLock { entries in
        entries.removeValue(forKey: key)
        entries[key] = newValue
        if entries.count > capacity { entries.removeFirst() }
      }
    }
  }
}

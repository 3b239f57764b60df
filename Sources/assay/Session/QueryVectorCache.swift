internal import OrderedCollections
internal import Synchronization

/// The vectors of recent queries, least recently used dropped first; safe from any thread.
final class QueryVectorCache: Sendable {
  private let capacity: Int
  private let entries = Mutex(OrderedDictionary<String, [Float]>())

  init(capacity: Int) {
    self.capacity = capacity
  }

  subscript(text: String) -> [Float]? {
    get {
      entries.withLock { entries in
        guard let vector = entries.removeValue(forKey: text) else { return nil }
        entries[text] = vector
        return vector
      }
    }
    set {
      entries.withLock { entries in
        entries.removeValue(forKey: text)
        entries[text] = newValue
        if entries.count > capacity { entries.removeFirst() }
      }
    }
  }
}

import Synchronization

/// The last few values of something that is costly to compute, shared by all threads.
///
/// Two threads that miss the same key both compute it; the values are equal, so either may stay.
final class RecentlyUsed<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let capacity: Int
  private let entries = Mutex<[(key: Key, value: Value)]>([])

  /// Makes an empty store.
  /// - Precondition: `capacity` is positive.
  init(capacity: Int) {
    precondition(capacity > 0, "a store of \(capacity) entries")
    self.capacity = capacity
  }

  /// All stored values, the newest first.
  var values: [Value] { entries.withLock { $0.map(\.value) } }

  /// Whether there is a value for `key`; asking does not count as use.
  func contains(_ key: Key) -> Bool { entries.withLock { $0.contains { $0.key == key } } }

  /// The stored value of `key`, or else the result of `compute`, which is then stored instead of the value that
  /// was not asked for the longest.
  /// - Parameters:
  ///   - key: what is asked for.
  ///   - ifKept: whether the stored value will do; when not, what is computed takes its place.
  ///   - keepsIf: whether what was computed is worth storing; when not, whatever is stored stays.
  ///   - compute: works the value out.
  /// - Returns: the stored value or the computed one.
  func value(
    for key: Key, ifKept: (Value) -> Bool = { _ in true }, keepsIf: (Value) -> Bool = { _ in true },
    compute: () -> Value
  ) -> Value {
    if let value = recall(key, if: ifKept) { return value }
    let value = compute()
    guard keepsIf(value) else { return value }
    entries.withLock { entries in
      entries.removeAll { $0.key == key }
      entries.insert((key, value), at: 0)
      if entries.count > capacity { entries.removeLast() }
    }
    return value
  }

  private func recall(_ key: Key, if isFit: (Value) -> Bool) -> Value? {
    entries.withLock { entries in
      guard let index = entries.firstIndex(where: { $0.key == key }), isFit(entries[index].value) else {
        return nil
      }
      let entry = entries.remove(at: index)
      entries.insert(entry, at: 0)
      return entry.value
    }
  }
}

internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
  /// The results of `transform` for every element, in order, computed on all cores.
  ///
  /// For work of at least tens of microseconds per element; runs on dispatch's own threads and the caller's, never on
  /// Swift's cooperative pool.
  func concurrentMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
    let slots = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = transform(self[index])
      slots.withLock { $0[index] = result }
    }
    return slots.withLock { $0.compactMap { $0 } }
  }
}

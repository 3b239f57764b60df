internal import Retrieval
internal import Synchronization

/// Readies the memory of an opened index on a thread of low priority, so that first searches are as fast as later ones.
///
/// Mapped files cost their readers a page fault for every few pages they touch first: of a million items the first dozens of
/// queries took two to ten times as long. Gives way to searches, and ends when the last reference goes.
final class EnteredPages: Sendable {
  private let isUnwanted = Unwanted()

  /// Starts with the vectors that every search scans; what is rescored and what words are looked up in follow.
  init(_ searcher: Searcher, givingWayTo attention: Attention) {
    let isUnwanted = isUnwanted
    BackgroundThread.start("index pages") {
      func shouldStop() -> Bool {
        attention.waitForSearches { isUnwanted.value.load(ordering: .relaxed) }
        return isUnwanted.value.load(ordering: .relaxed)
      }
      searcher.dense?.enterResidentPages(shouldStop: shouldStop)
      searcher.lexical?.image.enterResidentPages(shouldStop: shouldStop)
    }
  }

  deinit { isUnwanted.value.store(true, ordering: .relaxed) }
}

/// Whether nobody is left who would want to search: shared with the thread, which must not keep the rest alive.
private final class Unwanted: Sendable {
  let value = Atomic(false)
}

internal import Synchronization

/// Collects the text of a catalogue, item by item, into a `LexicalIndex`.
///
/// Items are worked on in batches, by several threads; the index has the same bytes whatever their number.
package struct LexicalIndexBuilder {
  private let analyzer: Analyzer
  private let fieldNames: [String]
  /// How many items were added.
  package private(set) var count = 0

  private var shards: [LexicalShard]
  /// Items that no shard has read yet.
  private var waiting: [[String]] = []

  /// A shard on its way through another thread.
  private final class Lent: Sendable {
    let shard: Mutex<LexicalShard>

    init(_ shard: LexicalShard) {
      self.shard = Mutex(shard)
    }
  }

  /// How many items one shard reads at a time.
  private static let batch = 1024

  /// Makes a builder for items that have the given text fields, read by `threads` threads.
  /// - Precondition: `threads` is positive.
  package init(analyzer: Analyzer, fields: [String], threads: Int = 2) {
    precondition(threads > 0, "an index is built by one thread at least, not \(threads)")
    self.analyzer = analyzer
    fieldNames = fields
    shards = (0..<threads).map { _ in LexicalShard(analyzer: analyzer) }
  }

  /// Adds the next item; its ordinal is the `count` before.
  ///
  /// - Parameter texts: One text for each field, in the order of the fields; empty where the item has none.
  /// - Precondition: there is one text for each field; there are fewer than 2³² − 1 items.
  /// - Complexity: O(characters).
  package mutating func append(_ texts: [String]) {
    precondition(texts.count == fieldNames.count, "\(texts.count) texts for \(fieldNames.count) fields")
    precondition(count < UInt32.max - 1, "an index holds \(UInt32.max - 1) items at most")
    waiting.append(texts)
    count += 1
    if waiting.count == Self.batch * shards.count { read() }
  }

  /// The index over the items added so far.
  /// - Complexity: O(words × log words + occurrences).
  package func build() -> LexicalIndex {
    var builder = self
    builder.read()
    let merged = LexicalMerge(shards: builder.shards, fields: fieldNames.count, items: count)
    let image = merged.image(analyzer: analyzer, fieldNames: fieldNames)
    do {
      return try LexicalIndex(image: image)
    } catch {
      preconditionFailure("an index that was just built can't be read: \(error)")
    }
  }

  /// Gives each shard an equal part of the waiting items; the parts follow each other in the order of the shards.
  private mutating func read() {
    if waiting.isEmpty { return }
    let items = waiting
    let lent = shards.map(Lent.init)
    shards = []  // the lent ones are the only ones now, and are changed in place
    WorkerPool.shared.concurrently(over: lent.count, grain: 1) { part in
      for index in part {
        let start = min(index * Self.batch, items.count)
        lent[index].shard.withLock { $0.append(items[start..<min(start + Self.batch, items.count)]) }
      }
    }
    shards = lent.map { $0.shard.withLock(\.self) }
    waiting = []
  }
}

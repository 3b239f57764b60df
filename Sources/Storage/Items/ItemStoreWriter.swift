import GRDB
import Relevance

/// Fills a new item store; nobody else may see the file until `finish` has returned.
final class ItemStoreWriter {
  private static let batchSize = 500

  private let path: String
  private let queue: DatabaseQueue
  private var waiting: [(record: CatalogueRecord, picture: String?)] = []
  private var written = 0

  init(_ path: String) throws(StorageError) {
    self.path = path
    var configuration = Configuration()
    configuration.label = "items"
    configuration.prepareDatabase { database in
      // A store that was not finished is thrown away, so it needs neither a journal nor a disk to wait for.
      try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.write { try ItemSchema.create($0) }
    } catch {
      throw .unwritable(path: path, reason: "\(error)")
    }
  }

  /// How many items have been added.
  var count: Int { written + waiting.count }

  /// Adds an item and returns its ordinal.
  func append(_ record: CatalogueRecord, picture: String?) throws(StorageError) -> UInt32 {
    let ordinal = UInt32(count)
    waiting.append((record, picture))
    if waiting.count == Self.batchSize { try flush() }
    return ordinal
  }

  /// Completes the file and closes it; whether it has reached the disk is the caller's concern.
  func finish() throws(StorageError) {
    try flush()
    do {
      try queue.close()
    } catch {
      throw .unwritable(path: path, reason: "\(error)")
    }
  }

  private func flush() throws(StorageError) {
    do {
      try queue.write { database in
        for (offset, entry) in waiting.enumerated() {
          try insert(entry.record, picture: entry.picture, ordinal: written + offset, into: database)
        }
      }
    } catch {
      throw .unwritable(path: path, reason: "\(error)")
    }
    written += waiting.count
    waiting.removeAll(keepingCapacity: true)
  }

  private func insert(
    _ record: CatalogueRecord, picture: String?, ordinal: Int, into database: Database
  ) throws {
    try database.cachedStatement(sql: ItemSchema.insertItem).execute(arguments: [
      ordinal, record.id.text, record.title, record.brand, record.category, record.price, picture,
      record.contentHash, ItemSchema.text(of: record.fields),
    ])
    for identifier in record.identifiers {
      try database.cachedStatement(sql: ItemSchema.insertIdentifier).execute(arguments: [ordinal, identifier])
    }
  }
}

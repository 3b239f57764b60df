import Foundation
import GRDB
import Relevance
import Retrieval

/// Fills a new item store; nobody else may see the file until `finish` has returned.
final class ItemStoreWriter {
  private static let batchSize = 500

  private let path: String
  private let queue: DatabaseQueue
  private var waiting: [(record: CatalogueRecord, picture: String?)] = []
  private var written = 0
  private var facets: FacetCollector

  init(_ path: String, roles: FieldRoles) throws(StorageError) {
    self.path = path
    facets = FacetCollector(roles: roles)
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
    facets.add(record, ordinal: ordinal)
    if waiting.count == Self.batchSize { try flush() }
    return ordinal
  }

  /// Completes the file and closes it; whether it has reached the disk is the caller's concern.
  func finish() throws(StorageError) {
    try flush()
    do {
      try queue.write { database in
        try writeFacets(into: database)
        try ItemSchema.createIndexes(database)
      }
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
    let lost = picture == nil ? record.image : nil
    try database.cachedStatement(sql: ItemSchema.insertItem).execute(arguments: [
      ordinal, record.id.text, record.title, record.brand, record.category, record.price, picture, lost,
      record.contentHash, ItemSchema.text(of: record.fields),
    ])
    let statement = try database.cachedStatement(sql: ItemSchema.insertIdentifier)
    for identifier in record.identifiers {
      let name = IdentifierKey.of(identifier)
      if !name.isEmpty { try statement.execute(arguments: [name, ordinal]) }
    }
  }

  private func writeFacets(into database: Database) throws {
    let insertFacet = try database.cachedStatement(sql: ItemSchema.insertFacet)
    let insertText = try database.cachedStatement(sql: ItemSchema.insertText)
    let insertNumbers = try database.cachedStatement(sql: ItemSchema.insertNumbers)
    for facet in facets.facets() {
      let field = facet.field
      try insertFacet.execute(arguments: [facet.number, field.name, field.kind.rawValue, facet.role])
      for text in facet.texts {
        try insertText.execute(arguments: [facet.number, text.key, Data(elements: text.ordinals)])
      }
      if field.kind == .number {
        try insertNumbers.execute(arguments: [
          facet.number, Data(elements: facet.numbers.map(\.value)),
          Data(elements: facet.numbers.map(\.ordinal)),
        ])
      }
    }
  }
}

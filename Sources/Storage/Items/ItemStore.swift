import GRDB
package import Relevance
import Retrieval

/// The items of an index by ordinal and by id; read-only.
///
/// Safe to use from several threads; calls are answered one after another.
package struct ItemStore: Sendable {
  /// How many items there are.
  package let count: Int
  /// Columns of numbers that filters have asked for.
  let columns: NumberColumns
  private let path: String
  private let queue: DatabaseQueue

  /// Opens the store of an index of `count` items; the medium may be read-only.
  init(_ path: String, count: Int) throws(StorageError) {
    self.path = path
    self.count = count
    columns = NumberColumns()
    var configuration = Configuration()
    configuration.readonly = true
    configuration.label = "items"
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw .unreadable(path: path, reason: "\(error)")
    }
  }

  /// The items with the given ordinals, in the same order; ordinals of no item are left out.
  /// - Complexity: one look-up in a B-tree for each ordinal.
  package func items(_ ordinals: [UInt32]) throws(StorageError) -> [StoredItem] {
    try read { database in
      let statement = try database.cachedStatement(
        sql: "SELECT id, title, brand, category, price, picture, lost, hash FROM items WHERE ordinal = ?")
      return try ordinals.compactMap { ordinal in
        try Row.fetchOne(statement, arguments: [ordinal]).map { try StoredItem(ordinal: ordinal, row: $0) }
      }
    }
  }

  /// All fields of an item in the order of the catalogue; empty for an ordinal of no item.
  package func fields(of ordinal: UInt32) throws(StorageError) -> [CatalogueField] {
    let text = try read { database in
      let statement = try database.cachedStatement(sql: "SELECT fields FROM items WHERE ordinal = ?")
      return try String.fetchOne(statement, arguments: [ordinal])
    }
    guard let text else { return [] }
    guard let fields = ItemSchema.fields(of: text) else {
      throw damaged("the fields of item \(ordinal)")
    }
    return fields
  }

  /// The ordinal of the item called `id`, or `nil`.
  package func ordinal(of id: DocumentID) throws(StorageError) -> UInt32? {
    let found = try read { database in
      let statement = try database.cachedStatement(sql: "SELECT ordinal FROM items WHERE id = ?")
      return try UInt32.fetchOne(statement, arguments: [id.text])
    }
    return try found.map(checked)
  }

  /// The ids of all items by ordinal.
  package func ids() throws(StorageError) -> [DocumentID] {
    try complete(
      read { database in
        try String.fetchAll(database, sql: "SELECT id FROM items ORDER BY ordinal").map { DocumentID($0) }
      })
  }

  /// The ids of all items with their content hashes, by ordinal.
  package func contentHashes() throws(StorageError) -> [(id: DocumentID, hash: String)] {
    try complete(
      read { database in
        try Row.fetchAll(database, sql: "SELECT id, hash FROM items ORDER BY ordinal")
          .map { (id: DocumentID(try $0.decode(atIndex: 0)), hash: try $0.decode(atIndex: 1)) }
      })
  }

  /// Every picture that the catalogue names, whether or not it could be used, by ordinal.
  package func namedPictures() throws(StorageError) -> [(ordinal: UInt32, picture: String)] {
    try read { database in
      let sql = """
        SELECT ordinal, coalesce(picture, lost) FROM items
        WHERE picture IS NOT NULL OR lost IS NOT NULL ORDER BY ordinal
        """
      return try Row.fetchAll(database, sql: sql)
        .map { (ordinal: try $0.decode(atIndex: 0), picture: try $0.decode(atIndex: 1)) }
    }
  }

  /// Whether any item has a picture that could be used when it was indexed.
  /// - Complexity: one pass over the items when there is none.
  package func hasPictures() throws(StorageError) -> Bool {
    try read { database in
      let sql = "SELECT EXISTS (SELECT 1 FROM items WHERE picture IS NOT NULL)"
      return try Bool.fetchOne(database, sql: sql) ?? false
    }
  }

  /// The items that `text` names exactly, by an id or another identifier, ascending.
  ///
  /// Compared by their `IdentifierKey`: case and surrounding white space do not matter.
  /// - Complexity: one look-up in a B-tree.
  package func ordinals(named text: String) throws(StorageError) -> [UInt32] {
    let key = IdentifierKey.of(text)
    guard !key.isEmpty else { return [] }
    let found = try read { database in
      try UInt32.fetchAll(
        database.cachedStatement(
          sql: "SELECT DISTINCT ordinal FROM identifiers WHERE name = ? ORDER BY ordinal"), arguments: [key])
    }
    return found.filter { $0 < count }
  }

  /// Everything that names an item exactly, ids included, by ordinal.
  package func identifiers() throws(StorageError) -> [(identifier: String, ordinal: UInt32)] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT name, ordinal FROM identifiers ORDER BY ordinal, rowid")
        .map { (identifier: try $0.decode(atIndex: 0), ordinal: try $0.decode(atIndex: 1)) }
    }
  }

  /// What was read of every item: of as many as there are.
  private func complete<Part>(_ parts: [Part]) throws(StorageError) -> [Part] {
    guard parts.count == count else { throw damaged("\(parts.count) items instead of \(count)") }
    return parts
  }

  /// An ordinal that was read, if it is that of an item.
  private func checked(_ ordinal: UInt32) throws(StorageError) -> UInt32 {
    guard ordinal < count else { throw damaged("an item \(ordinal) of \(count)") }
    return ordinal
  }

  private func damaged(_ how: String) -> StorageError {
    .malformed(path: path, reason: "damaged: \(how); index the catalogue again")
  }

  /// Reads from the database.
  ///
  /// `body` takes values out of rows with `decode`, which throws; subscripts trap, and a damaged file may hold `NULL`
  /// where the schema forbids it.
  func read<Result>(_ body: (Database) throws -> Result) throws(StorageError) -> Result {
    do {
      return try queue.read(body)
    } catch let error as DatabaseError
      where ![.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
    {
      throw .unreadable(path: path, reason: "\(error)")
    } catch {
      throw damaged("\(error)")
    }
  }
}

/// The columns of numbers that were read so far, by the name of the field; they are immutable once read.
typealias NumberColumns = SharedCache<String, NumberColumn>

extension StoredItem {
  fileprivate init(ordinal: UInt32, row: Row) throws {
    self.init(
      ordinal: ordinal, id: DocumentID(try row.decode(atIndex: 0)), title: try row.decode(atIndex: 1),
      brand: try row.decode(atIndex: 2), category: try row.decode(atIndex: 3),
      price: try row.decode(atIndex: 4), picture: try row.decode(atIndex: 5),
      lostPicture: try row.decode(atIndex: 6), contentHash: try row.decode(atIndex: 7))
  }
}

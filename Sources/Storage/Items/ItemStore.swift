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
        sql: "SELECT id, title, brand, category, price, picture, hash FROM items WHERE ordinal = ?")
      return try ordinals.compactMap { ordinal in
        try Row.fetchOne(statement, arguments: [ordinal]).map { StoredItem(ordinal: ordinal, row: $0) }
      }
    }
  }

  /// All fields of an item in the order of the catalogue; empty for an ordinal of no item.
  package func fields(of ordinal: UInt32) throws(StorageError) -> [CatalogueField] {
    let text = try read { database in
      try String.fetchOne(database, sql: "SELECT fields FROM items WHERE ordinal = ?", arguments: [ordinal])
    }
    guard let text else { return [] }
    guard let fields = ItemSchema.fields(of: text) else {
      throw .malformed(
        path: path, reason: "the fields of item \(ordinal) are damaged; index the catalogue again")
    }
    return fields
  }

  /// The ordinal of the item called `id`, or `nil`.
  package func ordinal(of id: DocumentID) throws(StorageError) -> UInt32? {
    try read { database in
      try UInt32.fetchOne(database, sql: "SELECT ordinal FROM items WHERE id = ?", arguments: [id.text])
    }
  }

  /// The ids of all items by ordinal.
  package func ids() throws(StorageError) -> [DocumentID] {
    try read { database in
      try String.fetchAll(database, sql: "SELECT id FROM items ORDER BY ordinal").map { DocumentID($0) }
    }
  }

  /// The ids of all items with their content hashes, by ordinal.
  package func contentHashes() throws(StorageError) -> [(id: DocumentID, hash: String)] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT id, hash FROM items ORDER BY ordinal")
        .map { (id: DocumentID($0[0]), hash: $0[1]) }
    }
  }

  /// Every picture that the catalogue names, whether or not it could be used, by ordinal.
  package func namedPictures() throws(StorageError) -> [(ordinal: UInt32, picture: String)] {
    try read { database in
      let sql = """
        SELECT ordinal, coalesce(picture, lost) FROM items
        WHERE picture IS NOT NULL OR lost IS NOT NULL ORDER BY ordinal
        """
      return try Row.fetchAll(database, sql: sql).map { (ordinal: $0[0], picture: $0[1]) }
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
        .map { (identifier: $0[0], ordinal: $0[1]) }
    }
  }

  func read<Result>(_ body: (Database) throws -> Result) throws(StorageError) -> Result {
    do {
      return try queue.read(body)
    } catch {
      throw .unreadable(path: path, reason: "\(error)")
    }
  }
}

/// The columns of numbers that were read so far, by the name of the field; they are immutable once read.
typealias NumberColumns = SharedCache<String, NumberColumn>

extension StoredItem {
  fileprivate init(ordinal: UInt32, row: Row) {
    self.init(
      ordinal: ordinal, id: DocumentID(row[0]), title: row[1], brand: row[2], category: row[3], price: row[4],
      picture: row[5], contentHash: row[6])
  }
}

internal import Relevance
internal import Storage

/// The items of an index, by which the ids of a judgment file are checked.
struct CatalogueItems {
  /// Where the index is.
  let path: String
  private let hashes: [DocumentID: String]

  /// Reads the ids and content hashes of an index.
  init(_ archive: IndexArchive) throws(StorageError) {
    path = archive.path
    hashes = Dictionary(try archive.items().contentHashes().map { ($0.id, $0.hash) }) { first, _ in first }
  }

  /// Whether the catalogue has the item.
  func contains(_ id: DocumentID) -> Bool { hashes[id] != nil }

  /// A hash of the item's content as it is now; empty when the catalogue lacks it.
  func contentHash(of id: DocumentID) -> String { hashes[id] ?? "" }
}

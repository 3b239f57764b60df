internal import Foundation
internal import Relevance
internal import Storage

/// The files that belong to an indexed catalogue: its name, query set, judgments and journal.
struct CatalogueCompanions {
  /// What the catalogue is called on the screen: the name of its folder or file.
  let name: String
  /// The query set that `catalog.toml` names, whether or not it is there; `nil` when it names none.
  let queries: String?
  /// `queries.tsv` beside the items, which may be something else; `nil` when there is none.
  let guessedQueries: String?
  /// The judgments that `catalog.toml` names, whether or not they are there; `nil` when it names none.
  let qrels: String?

  /// The scale that `catalog.toml` names or defines, else 0 to 3.
  let scale: Scale
  /// What assessors should know; `nil` when `catalog.toml` does not say.
  let guidelines: String?

  private let location: CatalogueLocation?
  private let index: String

  init(_ archive: IndexArchive) {
    index = archive.path
    let folder = archive.catalogueFolder
    let items = folder + "/" + archive.manifest.source.items
    // The same items may have been indexed as a folder's or as a file: where the index lies tells which.
    let candidates = [folder, items].compactMap { try? CatalogueLocation.find($0) }
      .filter { $0.items == archive.manifest.source.items }
    location = candidates.first { CataloguePlaces.hold(archive.path, of: $0) } ?? candidates.first
    name = URL(fileURLWithPath: location?.isBareFile == true ? items : folder).lastPathComponent
    queries = location?.settings.queries.map { folder + "/" + $0 }
    let customary = folder + "/queries.tsv"
    guessedQueries = FileManager.default.fileExists(atPath: customary) ? customary : nil
    qrels = location?.settings.qrels.map { folder + "/" + $0 }
    scale = location?.settings.scale ?? .zeroToThree
    guidelines = location?.settings.guidelines
  }

  /// Where grades go: beside the catalogue, or beside the index when the catalogue is gone.
  func journal(environment: [String: String]) throws(StorageError) -> String {
    guard let location else {
      return URL(fileURLWithPath: index).deletingLastPathComponent().path + "/judgments/journal.jsonl"
    }
    return try CataloguePlaces(location, environment: environment).journal
  }
}

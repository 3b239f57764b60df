internal import Foundation
internal import Storage

/// The files that belong to an indexed catalogue: its name, query set, judgments and journal.
struct CatalogueCompanions {
  /// What the catalogue is called on the screen: the name of its folder or file.
  let name: String
  /// The query set that `catalog.toml` names, or `queries.tsv` beside the items; `nil` when there is none.
  let queries: String?
  /// The judgments that `catalog.toml` names; `nil` when there are none.
  let qrels: String?

  private let location: CatalogueLocation?
  private let index: String

  init(_ archive: IndexArchive) {
    index = archive.path
    let folder = archive.catalogueFolder
    let items = folder + "/" + archive.manifest.source.items
    // A bare file is found as itself, a folder's items through the folder.
    location =
      (try? CatalogueLocation.find(folder)).flatMap { $0.items == archive.manifest.source.items ? $0 : nil }
      ?? (try? CatalogueLocation.find(items))
    name = URL(fileURLWithPath: location?.isBareFile == true ? items : folder).lastPathComponent
    queries = [location?.settings.queries ?? "queries.tsv"].map { folder + "/" + $0 }.first(
      where: Self.exists)
    qrels = location?.settings.qrels.map { folder + "/" + $0 }.flatMap { Self.exists($0) ? $0 : nil }
  }

  /// Where grades go: beside the catalogue, or beside the index when the catalogue is gone.
  func journal(environment: [String: String]) throws(StorageError) -> String {
    guard let location else {
      return URL(fileURLWithPath: index).deletingLastPathComponent().path + "/judgments/journal.jsonl"
    }
    return try CataloguePlaces(location, environment: environment).journal
  }

  private static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }
}

import Relevance

/// Where the program keeps what it makes of a catalogue, unless it is told otherwise.
///
/// Beside the catalogue: in `.assay` in its folder, or in `FILE.assay` for a bare file. When that can't be written, the index
/// goes to the user's cache and judgments, which nobody can make again, to the user's data (XDG base directories).
package struct CataloguePlaces: Hashable, Sendable {
  /// The folder for an index that is to be made.
  package let index: String
  /// The journal of judgments.
  package let journal: String
  /// The index beside the catalogue, whether or not it can be written.
  private let indexBeside: String

  /// Decides the places.
  /// - Parameters:
  ///   - location: the catalogue.
  ///   - environment: the process environment, for `XDG_CACHE_HOME`, `XDG_DATA_HOME` and `HOME`.
  /// - Throws: `StorageError.unwritable` when the catalogue can't be written and the environment names no home.
  package init(_ location: CatalogueLocation, environment: [String: String]) throws(StorageError) {
    let beside = Self.folder(beside: location)
    indexBeside = Path.join(beside, "index")
    let isWritable = Path.exists(beside) ? Path.isWritable(beside) : Path.isWritable(location.folder)
    let digest = Self.digest(of: location)
    func place(_ folder: UserFolder, _ variable: String) throws(StorageError) -> String {
      if isWritable { return beside }
      guard let home = folder.path(in: environment) else {
        throw .unwritable(
          path: beside,
          reason:
            "can't be written, and neither \(variable) nor HOME is set; name places with -o and --judgments")
      }
      return Path.join(home, "assay/\(digest)")
    }
    index = Path.join(try place(.cache, "XDG_CACHE_HOME"), "index")
    journal = Path.join(try place(.data, "XDG_DATA_HOME"), "judgments/journal.jsonl")
  }

  /// Whether an index lies where one of this catalogue is kept, rather than somewhere that was named.
  package static func hold(_ index: String, of location: CatalogueLocation) -> Bool {
    let parent = Path.parent(Path.futureReal(index))
    return parent == folder(beside: location) || Path.name(parent) == digest(of: location)
  }

  private static func folder(beside location: CatalogueLocation) -> String {
    location.isBareFile ? location.itemsPath + ".assay" : Path.join(location.folder, ".assay")
  }

  /// What the catalogue is called in folders that it shares with others.
  private static func digest(of location: CatalogueLocation) -> String {
    let subject = location.isBareFile ? location.itemsPath : location.folder
    return String(SHA256.hexDigest(of: subject.utf8).prefix(16))
  }

  /// The folder for an index of vectors by another encoder than the program's own, which goes beside the first.
  package func index(named encoder: String) -> String { Path.join(Path.parent(index), encoder) }

  /// The index that is there: beside the catalogue, else where one would be made; `nil` when there is none.
  package var existingIndex: String? {
    [indexBeside, index].first { IndexArchive.exists($0) }
  }
}

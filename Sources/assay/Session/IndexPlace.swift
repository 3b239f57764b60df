internal import Storage

/// Finds the index that a path on the command line means.
enum IndexPlace {
  /// Where the index of a catalogue goes when nobody says otherwise.
  static func standard(for location: CatalogueLocation, settings: Settings) throws(StorageError) -> String {
    try CataloguePlaces(location, environment: settings.environment).index
  }

  /// The index at `path`, or that of the catalogue at `path`.
  /// - Throws: `StorageError.missing`, naming the command that makes one.
  static func existing(_ path: String, settings: Settings) throws(StorageError) -> String {
    if IndexArchive.exists(path) { return path }
    let location = try CatalogueLocation.find(path)
    if let found = try CataloguePlaces(location, environment: settings.environment).existingIndex {
      return found
    }
    throw .missing(path: "an index of \(path)", remedy: "make one with: assay index \(path)")
  }

  /// Whether `path` is an index, or a catalogue that has one.
  static func isIndexed(_ path: String, settings: Settings) throws(StorageError) -> Bool {
    if IndexArchive.exists(path) { return true }
    let location = try CatalogueLocation.find(path)
    return try CataloguePlaces(location, environment: settings.environment).existingIndex != nil
  }
}

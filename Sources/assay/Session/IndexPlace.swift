internal import Storage

/// Finds the index that a path on the command line means.
enum IndexPlace {
  /// Where the index of a catalogue goes when nobody says otherwise.
  ///
  /// That of the program's own encoder is called `index`, that of a `model` in the store as the model.
  static func standard(
    for location: CatalogueLocation, model: String? = nil, settings: Settings
  ) throws(StorageError) -> String {
    let places = try CataloguePlaces(location, environment: settings.environment)
    return model.map(places.index(named:)) ?? places.index
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

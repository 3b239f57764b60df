internal import Storage

/// The index for the tour of the sample catalogue: in the user's cache, so that the sample stays as it came.
struct TourIndex {
  let settings: Settings

  /// Indexes the catalogue at `path` unless that is done; one that has an index already is used as it is.
  /// - Returns: what to open.
  func prepare(_ path: String) throws -> String {
    guard try !IndexPlace.isIndexed(path, settings: settings) else { return path }
    guard let cache = UserFolder.cache.path(in: settings.environment) else {
      try IndexOnFirstUse(settings: settings).prepare(path)
      return path
    }
    let place = cache + "/assay/tour/index"
    let isThere = IndexArchive.exists(place)
    if !isThere { Diagnostics.say("making an index for the tour") }
    // One that is there may be of another build of the program, or of its sample.
    try Indexing(settings: settings, isStrict: false, isQuiet: isThere)
      .run(path, output: place, roles: RoleDeclaration())
    return place
  }
}

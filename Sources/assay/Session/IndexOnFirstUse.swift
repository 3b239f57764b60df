internal import Storage

/// Makes the index of a catalogue that has none, so that opening one is a single command.
struct IndexOnFirstUse {
  let settings: Settings

  /// Indexes the catalogue at `path` unless it is an index or has one.
  func prepare(_ path: String) throws {
    guard try !IndexPlace.isIndexed(path, settings: settings) else { return }
    Diagnostics.say("\(path) has no index yet; making one")
    try Indexing(settings: settings, isStrict: false, isQuiet: false)
      .run(path, output: nil, roles: RoleDeclaration())
  }
}

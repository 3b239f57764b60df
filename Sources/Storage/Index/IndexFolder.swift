/// The names around an index and what to do when replacing it was interrupted.
///
/// A new index grows in `.INDEX.assay-new`. To replace, the two exchange their names and the old one is removed. Where the
/// file system can't exchange names, the old one steps aside to `.INDEX.assay-old` first. `.INDEX.assay-lock` is held meanwhile, so that leftovers found under it are
/// nobody's. The names are such that nobody chooses them for a copy of their own, as `INDEX.old` would be.
enum IndexFolder {
  static func growing(_ path: String) -> String { hidden(path, "new") }
  static func aside(_ path: String) -> String { hidden(path, "old") }
  static func lock(_ path: String) -> String { hidden(path, "lock") }

  private static func hidden(_ path: String, _ role: String) -> String {
    Path.join(Path.parent(path), ".\(Path.name(path)).assay-\(role)")
  }

  /// Whether an index, complete or damaged, lies at `path`: a manifest beside some other part of one.
  static func holdsIndex(_ path: String) -> Bool {
    Path.exists(Path.join(path, IndexManifest.fileName))
      && IndexSection.Kind.allCases.contains { Path.exists(Path.join(path, $0.rawValue)) }
  }

  /// Brings back an index that had stepped aside when its replacement was interrupted; called under the lock.
  static func restore(_ path: String) throws(StorageError) {
    if !Path.exists(path), Path.exists(aside(path)) { try Folder.rename(aside(path), to: path) }
  }

  /// Makes sure that what lies at `path`, if anything, is an index and nothing more, or an empty folder.
  static func checkReplaceable(_ path: String) throws(StorageError) {
    if !Path.exists(path) { return }
    if Path.isFolder(path) {
      let names = Set(try Folder.names(in: path))
      let parts = Set(IndexSection.Kind.allCases.map(\.rawValue))
      let isIndex =
        !names.isDisjoint(with: parts)
        && names.subtracting(parts).subtracting([IndexArchive.checksumsName]) == [IndexManifest.fileName]
      if names.isEmpty || isIndex { return }
    }
    throw .unwritable(
      path: path, reason: "something that is not an index is in the way; choose another place with -o")
  }

  /// Gives the finished folder its name; called under the lock.
  ///
  /// At every moment at least one complete index exists under one of the three names. `canExchange` says whether to
  /// try to exchange the names, so that one lies at `path` at every moment.
  static func replace(_ path: String, canExchange: Bool = true) throws(StorageError) {
    let parent = Path.parent(path)
    if canExchange, Path.exists(path), try Folder.exchange(growing(path), path) {
      try Folder.sync(parent)
      try Folder.remove(growing(path))
      return
    }
    if Path.exists(path) { try Folder.rename(path, to: aside(path)) }
    do {
      try Folder.rename(growing(path), to: path)
    } catch {
      try restore(path)
      throw error
    }
    try Folder.sync(parent)
    try Folder.remove(aside(path))
  }
}

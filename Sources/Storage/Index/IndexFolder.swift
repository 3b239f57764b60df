/// The names around an index and what to do when replacing it was interrupted.
///
/// A new index grows in `INDEX.new`. To replace, the old one steps aside to `INDEX.old`, the new one takes its name, and
/// the old one is removed. `INDEX.lock` is held meanwhile, so that leftovers found under it are nobody's.
enum IndexFolder {
  static func growing(_ path: String) -> String { path + ".new" }
  static func aside(_ path: String) -> String { path + ".old" }
  static func lock(_ path: String) -> String { path + ".lock" }

  /// Brings back an index that had stepped aside when its replacement was interrupted; called under the lock.
  static func restore(_ path: String) throws(StorageError) {
    if !Path.exists(path), Path.exists(aside(path)) { try Folder.rename(aside(path), to: path) }
  }

  /// Makes sure that what lies at `path`, if anything, is an index or an empty folder.
  static func checkReplaceable(_ path: String) throws(StorageError) {
    if !Path.exists(path) || Path.exists(Path.join(path, IndexManifest.fileName)) { return }
    if Path.isFolder(path), try Folder.names(in: path).isEmpty { return }
    throw .unwritable(
      path: path, reason: "something that is not an index is in the way; choose another place with -o")
  }

  /// Gives the finished folder `INDEX.new` its name; called under the lock.
  ///
  /// At every moment at least one complete index exists under one of the three names.
  static func replace(_ path: String) throws(StorageError) {
    let parent = Path.parent(path)
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

import Glibc

/// The files of the vector cache of all encoders.
package enum VectorCacheFolder {
  /// Where it is in a user's cache.
  package static func path(inCache cache: String) -> String { Path.join(cache, "assay/vectors") }

  /// Bytes of all files below `root`, and how many encoders they are of; 0 when there is no such folder.
  package static func contents(of root: String) -> (bytes: Int, encoders: Int) {
    let files = folders(in: root).map(files).filter { !$0.isEmpty }
    return (files.joined().reduce(0) { $0 + $1.bytes }, files.count)
  }

  /// The files in one encoder's folder.
  static func files(in folder: String) -> [CachedFile] {
    CachedFile.all(in: folder, suffix: VectorSegment.suffix)
  }

  /// Removes the files used longest ago until all hold no more than `capacity` bytes.
  ///
  /// Files that somebody writes to stay; who reads one that is removed keeps what he has.
  static func makeRoom(in root: String, capacity: Int, keeping path: String) {
    let folders = folders(in: root)
    CachedFile.makeRoom(among: folders.flatMap(files), capacity: capacity, keeping: path) { file in
      guard let open = try? OpenFile(file.path, for: .appending) else { return false }
      return (try? open.lock(waiting: false)) == true && (try? Folder.remove(file.path)) != nil
    }
    // Refused for those in which something is left.
    for folder in folders { rmdir(folder) }
  }

  private static func folders(in root: String) -> [String] {
    ((try? Folder.names(in: root)) ?? []).map { Path.join(root, $0) }.filter(Path.isFolder)
  }
}

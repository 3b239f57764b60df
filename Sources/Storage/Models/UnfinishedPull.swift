/// A model of which files were fetched and never became a model of the store, or not yet.
package struct UnfinishedPull: Hashable, Sendable {
  /// What it is to be called in the store.
  package let name: String
  /// What was to be fetched, as whoever fetched it wrote it down; `nil` when nothing says.
  package let origin: String?
  /// Bytes that came.
  package let bytes: Int
}

extension ModelStore {
  /// The pulls that were not finished, in byte order of their names; some may be under way in another process.
  /// - Complexity: O(files that came).
  package func unfinishedPulls() throws(StorageError) -> [UnfinishedPull] {
    guard Path.isFolder(folder) else { return [] }
    var pulls: [UnfinishedPull] = []
    for name in try Folder.names(in: folder) where (try? Self.checkName(name)) != nil {
      let place = ModelGathering.folder(beside: filesFolder(of: name))
      guard Path.isFolder(place) else { continue }
      let bytes = try Self.bytes(in: place)
      // Nothing came of a name that no hub knows.
      guard bytes > 0 else { continue }
      let origin = (try? AtomicFile.read(ModelGathering.originFile(beside: filesFolder(of: name))))
        .map { String(decoding: $0, as: UTF8.self) }
      pulls.append(UnfinishedPull(name: name, origin: origin, bytes: bytes))
    }
    return pulls
  }

  private static func bytes(in place: String) throws(StorageError) -> Int {
    var sum = 0
    for name in try Folder.names(in: place) {
      let path = Path.join(place, name)
      sum += Path.isFolder(path) ? try bytes(in: path) : FileStamp(path)?.bytes ?? 0
    }
    return sum
  }
}

import Glibc

/// The folder in which the files of a model gather while they are fetched; what came stays when that is interrupted.
///
/// Locked while the object lives, so that two processes don't fetch one model at the same time.
package final class ModelGathering: Sendable {
  /// Where the files go.
  package let folder: String
  private let target: String
  private let lock: OpenFile

  static func folder(beside target: String) -> String { target + ".partial" }

  /// Where it says what is being fetched.
  static func originFile(beside target: String) -> String { target + ".origin" }

  /// Opens the folder of a model, with what an earlier try left in it.
  /// - Throws: `StorageError.unwritable` when somebody else is fetching that model.
  init(beside target: String) throws(StorageError) {
    self.target = target
    folder = Self.folder(beside: target)
    while true {
      try Folder.create(folder)
      let opened = try OpenFile(folder, for: .reading)
      guard try opened.lock(waiting: false) else {
        throw .unwritable(
          path: folder, reason: "another process is pulling that model; wait for it to end, or stop it")
      }
      // Whoever held the lock until now may have given the folder its final name.
      if opened.isAtItsPath {
        lock = opened
        return
      }
    }
  }

  /// Writes down what is being fetched, for whoever finds the files unfinished.
  package func note(origin: String) throws(StorageError) {
    try AtomicFile.write(Array(origin.utf8), to: Self.originFile(beside: target))
  }

  /// Where a file lies, or will, with its folder made.
  package func place(of name: String) throws(StorageError) -> String {
    let path = Path.join(folder, name)
    try Folder.create(Path.parent(path))
    return path
  }

  /// Takes a file over from the model's files of an earlier pull, if there is one; both names lead to the same bytes.
  /// - Returns: whether a file is at its place now.
  package func takeOver(_ name: String, if isWanted: (String) -> Bool) throws(StorageError) -> Bool {
    let (former, path) = (Path.join(target, name), try place(of: name))
    if Path.isFile(path) {
      if isWanted(path) { return true }
      try Folder.remove(path)
    }
    guard Path.isFile(former), isWanted(former) else { return false }
    return link(former, path) == 0
  }

  /// Bytes that an interrupted fetch of a file left.
  package func leftover(of name: String) -> Int {
    FileStamp(Path.join(folder, name) + ".partial")?.bytes ?? 0
  }

  /// Bytes that the disk has for files of this user; `nil` when that is not known.
  package var freeBytes: Int? {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return nil }
    return Int(
      clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
  }

  /// Removes all files but those named.
  package func prune(keeping names: Set<String>) throws(StorageError) {
    try prune(folder, prefix: "", keeping: names)
  }

  /// Removes the folder with all that came.
  package func discard() throws(StorageError) {
    try Folder.remove(folder)
    try Folder.remove(Self.originFile(beside: target))
    // Nothing else of the model may be there yet.
    if try Folder.names(in: Path.parent(folder)).isEmpty { try Folder.remove(Path.parent(folder)) }
  }

  /// Gives the folder its final place, in place of the model's former files.
  /// - Returns: the final place.
  package func settle() throws(StorageError) -> String {
    if Path.exists(target), try Folder.exchange(folder, target) {
      try Folder.remove(folder)
    } else {
      try Folder.remove(target)
      try Folder.rename(folder, to: target)
    }
    try Folder.remove(Self.originFile(beside: target))
    try Folder.sync(Path.parent(target))
    return target
  }

  private func prune(
    _ place: String, prefix: String, keeping names: Set<String>
  ) throws(StorageError) {
    for entry in try Folder.names(in: place) {
      let (path, name) = (Path.join(place, entry), prefix + entry)
      if Path.isFolder(path) {
        try prune(path, prefix: name + "/", keeping: names)
        if try Folder.names(in: path).isEmpty { try Folder.remove(path) }
      } else if !names.contains(name) {
        try Folder.remove(path)
      }
    }
  }
}

extension ModelStore {
  /// The folder in which the files of a model called `name` gather while they are fetched.
  /// - Throws: `StorageError` for a name that can't be, or a model that is being fetched already.
  package func gathering(_ name: String) throws(StorageError) -> ModelGathering {
    try Self.checkName(name)
    return try ModelGathering(beside: filesFolder(of: name))
  }
}

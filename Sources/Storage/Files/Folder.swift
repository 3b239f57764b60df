import CStorage
import Glibc

/// Making, listing, renaming and removing folders and what is in them.
enum Folder {
  /// Creates the folder and every missing one above it, each durable when this returns.
  static func create(_ path: String) throws(StorageError) {
    guard !Path.isFolder(path) else { return }
    let parent = Path.parent(path)
    if parent != path { try create(parent) }
    do {
      try SystemError.check { mkdir(path, 0o755) }
    } catch {
      // Somebody else may have made it in the meantime.
      if !(error.code == EEXIST && Path.isFolder(path)) { throw .writing(path, error) }
    }
    try sync(parent)
  }

  /// The names in the folder in byte order, without `.` and `..`.
  static func names(in path: String) throws(StorageError) -> [String] {
    guard let stream = opendir(path) else { throw .reading(path, .last) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Renames, replacing a file (or an empty folder) that has the new name.
  static func rename(_ old: String, to new: String) throws(StorageError) {
    do {
      try SystemError.check { Glibc.rename(old, new) }
    } catch {
      throw .writing(new, error)
    }
  }

  /// Gives each of two paths what the other one had, at once.
  /// - Returns: whether that was done; `false` where the kernel or the file system can't.
  static func exchange(_ first: String, _ second: String) throws(StorageError) -> Bool {
    do {
      try SystemError.check { assay_exchange(first, second) }
      return true
    } catch {
      if [EINVAL, ENOSYS, ENOTSUP].contains(error.code) { return false }
      throw .writing(second, error)
    }
  }

  /// Removes a file, or a folder with everything in it; nothing happens when it is not there.
  ///
  /// Symbolic links are removed, never followed.
  static func remove(_ path: String) throws(StorageError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    do {
      if status.st_mode & S_IFMT == S_IFDIR {
        for name in try names(in: path) { try remove(Path.join(path, name)) }
        try SystemError.check { rmdir(path) }
      } else {
        try SystemError.check { unlink(path) }
      }
    } catch let error as SystemError {
      throw .writing(path, error)
    } catch let error as StorageError {
      throw error
    } catch {
      throw .unwritable(path: path, reason: "\(error)")
    }
  }

  /// Makes creations, renames and removals in the folder durable.
  static func sync(_ path: String) throws(StorageError) {
    try OpenFile(path, for: .reading).sync()
  }
}

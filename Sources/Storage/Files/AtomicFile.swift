import Glibc

/// Replacing a file as a whole: whoever reads it sees the old content or the new, also after a crash.
package enum AtomicFile {
  /// Writes `bytes` beside `path`, makes them durable and gives them the name.
  ///
  /// When anything fails the old file is untouched and no temporary file stays. Behind a symbolic link the file it
  /// leads to is replaced; a device or a pipe, such as `/dev/stdout`, is written to and stays what it is.
  package static func write(_ bytes: [UInt8], to path: String) throws(StorageError) {
    if Path.isStream(path) { return try OpenFile(path, for: .streaming).write(bytes) }
    let target = Path.futureReal(path)
    // Named after this process: what else lies beside the file belongs to somebody.
    let temporary = "\(target).\(getpid()).new"
    try naming(path) { () throws(StorageError) in
      if Path.isFile(temporary) { try Folder.remove(temporary) }
      try create(temporary, bytes)
    }
    do {
      try Folder.rename(temporary, to: target)
    } catch {
      try? Folder.remove(temporary)
      throw error
    }
    try Folder.sync(Path.parent(target))
  }

  /// Writes a file whose name must be free, whole or not at all; a device or a pipe is written to.
  static func writeNew(_ bytes: [UInt8], to path: String) throws(StorageError) {
    if Path.isStream(path) { return try OpenFile(path, for: .streaming).write(bytes) }
    let target = Path.futureReal(path)
    let temporary = "\(target).\(getpid()).new"
    try naming(path) { () throws(StorageError) in
      if Path.isFile(temporary) { try Folder.remove(temporary) }
      try create(temporary, bytes)
    }
    defer { try? Folder.remove(temporary) }
    do {
      // Unlike a rename, a link replaces nothing.
      try SystemError.check { link(temporary, target) }
    } catch {
      throw error.code == EEXIST
        ? .unwritable(path: path, reason: "it is there already; name a new file") : .writing(path, error)
    }
    try Folder.sync(Path.parent(target))
  }

  /// Lets a refusal be about the file that was asked for: the one beside it, by whose name it is written, is nothing that
  /// anybody knows of.
  private static func naming(
    _ path: String, _ body: () throws(StorageError) -> Void
  ) throws(StorageError) {
    do { try body() } catch {
      if case .unwritable(_, let reason) = error { throw .unwritable(path: path, reason: reason) }
      throw error
    }
  }

  /// Writes a file that does not exist yet and makes its content durable; when that fails, no part of it stays.
  static func create<Element: BitwiseCopyable>(
    _ path: String, _ content: [Element]
  ) throws(StorageError) {
    let file = try OpenFile(path, for: .creating)
    do {
      try file.write(content)
      try file.sync()
    } catch {
      try? Folder.remove(path)
      throw error
    }
  }

  /// The whole content of a file.
  package static func read(_ path: String) throws(StorageError) -> [UInt8] {
    let file = try OpenFile(path, for: .reading)
    return try file.read(file.size(), at: 0)
  }
}

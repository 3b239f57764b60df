/// Replacing a file as a whole: whoever reads it sees the old content or the new, also after a crash.
package enum AtomicFile {
  /// Writes `bytes` beside `path`, makes them durable and gives them the name.
  ///
  /// When anything fails the old file is untouched and no temporary file stays.
  package static func write(_ bytes: [UInt8], to path: String) throws(StorageError) {
    let temporary = path + ".new"
    try Folder.remove(temporary)
    do {
      try create(temporary, bytes)
      try Folder.rename(temporary, to: path)
    } catch {
      try? Folder.remove(temporary)
      throw error
    }
    try Folder.sync(Path.parent(path))
  }

  /// Writes a file that does not exist yet and makes its content durable.
  static func create<Element: BitwiseCopyable>(
    _ path: String, _ content: [Element]
  ) throws(StorageError) {
    let file = try OpenFile(path, for: .creating)
    try file.write(content)
    try file.sync()
  }

  /// The whole content of a file.
  package static func read(_ path: String) throws(StorageError) -> [UInt8] {
    let file = try OpenFile(path, for: .reading)
    return try file.read(file.size(), at: 0)
  }
}

/// Files that the program keeps for a user, in folders that it makes.
package enum UserFile {
  /// Replaces a text file as a whole, as `AtomicFile` does, and makes the folders above it when they are missing.
  package static func write(_ text: String, to path: String) throws(StorageError) {
    try write(Array(text.utf8), to: path)
  }

  /// The same for a file whose name must be free: what is there already stays, and is an error.
  package static func writeNew(_ text: String, to path: String) throws(StorageError) {
    try createFolder(of: path)
    try AtomicFile.writeNew(Array(text.utf8), to: path)
  }

  /// Replaces a file of bytes.
  package static func write(_ bytes: [UInt8], to path: String) throws(StorageError) {
    try createFolder(of: path)
    try AtomicFile.write(bytes, to: path)
  }

  /// Makes the folders above a file; a refusal names the file, and the folder as its reason.
  static func createFolder(of path: String) throws(StorageError) {
    do {
      try Folder.create(Path.parent(path))
    } catch {
      guard case .unwritable(let folder, let reason) = error else { throw error }
      throw .unwritable(path: path, reason: "the folder \(folder) can't be made: \(reason)")
    }
  }
}

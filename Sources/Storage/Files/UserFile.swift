/// Files that the program keeps for a user, in folders that it makes.
package enum UserFile {
  /// Replaces a text file as a whole, as `AtomicFile` does, and makes the folders above it when they are missing.
  package static func write(_ text: String, to path: String) throws(StorageError) {
    try write(Array(text.utf8), to: path)
  }

  /// The same for a file whose name must be free: what is there already stays, and is an error.
  package static func writeNew(_ text: String, to path: String) throws(StorageError) {
    try Folder.create(Path.parent(path))
    try AtomicFile.writeNew(Array(text.utf8), to: path)
  }

  /// Replaces a file of bytes.
  package static func write(_ bytes: [UInt8], to path: String) throws(StorageError) {
    try Folder.create(Path.parent(path))
    try AtomicFile.write(bytes, to: path)
  }
}

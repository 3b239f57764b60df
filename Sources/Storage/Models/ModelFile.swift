import Relevance

/// A file that takes part in what a model answers.
package struct ModelFile: Hashable, Sendable {
  /// Where it is, relative to the model's folder.
  package let name: String
  /// Its size.
  package let bytes: Int
  /// Its SHA-256 in lower-case hex.
  package let sha256: String

  /// Describes a file that was looked at.
  package init(name: String, bytes: Int, sha256: String) {
    self.name = name
    self.bytes = bytes
    self.sha256 = sha256
  }

  private static let piece = 1 << 20

  /// Reads a file through and describes it; `progress` is told how many more bytes were read.
  static func read(
    _ name: String, in folder: String, progress: (Int) -> Void = { _ in }
  ) throws(StorageError) -> ModelFile {
    let file = try OpenFile(Path.join(folder, name), for: .reading)
    var hash = SHA256()
    var count = 0
    while true {
      let piece = try file.read(Self.piece, at: count)
      if piece.isEmpty { break }
      hash.update(piece)
      count += piece.count
      progress(piece.count)
    }
    return ModelFile(name: name, bytes: count, sha256: Hexadecimal.string(of: hash.digest()))
  }
}

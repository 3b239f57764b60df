/// A file of a published model, as the hub lists it.
package struct HubFile: Hashable, Sendable {
  /// What tells that the bytes are the right ones.
  package enum Digest: Hashable, Sendable {
    /// SHA-256 in lower-case hex, of files that Git keeps apart (LFS).
    case sha256(String)
    /// The name that Git gives the content, in lower-case hex: SHA-1 of a small head and the bytes.
    case gitBlob(String)
  }

  private static let longestPath = 1000

  /// Where it is, relative to the model's folder; checked to stay in it.
  package let path: String
  /// Its size.
  package let bytes: Int
  /// What its content must be.
  package let digest: Digest

  /// Describes a file.
  /// - Throws: `HubError.unsafePath` for a path that could lead out of a folder or hides what it is.
  package init(path: String, bytes: Int, digest: Digest) throws(HubError) {
    guard Self.isSafe(path) else { throw .unsafePath(path) }
    self.path = path
    self.bytes = bytes
    self.digest = digest
  }

  private static func isSafe(_ path: String) -> Bool {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    return path.utf8.count <= longestPath && !steps.contains { $0.isEmpty || $0 == "." || $0 == ".." }
      && !path.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7f || $0 == "\\" }
  }
}

/// The only folder from which a catalogue's pictures are opened.
package struct PictureFolder: Hashable, Sendable {
  /// Where a picture named by a catalogue is.
  package enum Location: Hashable, Sendable {
    /// A file inside the folder, absolute and without symbolic links.
    case file(String)
    /// An address on the network; never opened.
    case remote(String)
    /// Not to be opened; `reason` names the picture and says why.
    case refused(reason: String)
  }

  /// The folder, absolute and without symbolic links.
  package let path: String

  /// Uses an existing folder.
  /// - Throws: `StorageError.missing` when it is not there.
  package init(_ path: String) throws(StorageError) {
    guard let real = Path.real(path), Path.isFolder(real) else {
      throw .missing(path: path, remedy: "name the catalogue's folder with --catalog")
    }
    self.path = real
  }

  /// Finds the picture that a catalogue calls `reference`.
  ///
  /// Only relative paths without `..` are followed, and only to regular files whose real place, after all symbolic
  /// links, is inside the folder.
  package func locate(_ reference: String) -> Location {
    let lower = reference.lowercased()
    if lower.hasPrefix("http:") || lower.hasPrefix("https:") || lower.hasPrefix("//") {
      return .remote(reference)
    }
    guard !reference.hasPrefix("/"), !lower.contains("://"), !reference.split(separator: "/").contains("..")
    else { return .refused(reason: "picture '\(reference)' is not a path inside the catalogue's folder") }
    guard let real = Path.real(Path.join(path, reference)) else {
      return .refused(reason: "picture '\(reference)' is not there")
    }
    guard real.utf8.starts(with: (path == "/" ? path : path + "/").utf8) else {
      return .refused(reason: "picture '\(reference)' leads out of the catalogue's folder")
    }
    guard Path.isFile(real) else { return .refused(reason: "picture '\(reference)' is not a file") }
    return .file(real)
  }
}

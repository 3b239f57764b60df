internal import Storage
internal import TerminalUI

/// What a build did.
struct BuildReport {
  /// The index that lies there now.
  let manifest: IndexManifest
  /// How the items compare with those of the index before; `nil` when its vectors could not be used or there was none.
  let changes: Changes?
  /// Items of which no vector had to be made since the cache had them, and no older index.
  var cached = 0

  /// How the items of two builds differ.
  struct Changes: Equatable {
    /// Items that the catalogue had not, by their ids.
    var added = 0
    /// Items of which the catalogue says something else.
    var changed = 0
    /// Items that the catalogue has no more.
    var removed = 0
    /// Items of which no vector had to be made.
    var reused = 0
  }

  /// What was done in one line, without the place.
  func sentence(seconds: Double) -> String {
    let source = manifest.source
    var parts = [
      "indexed \(Numerals.counted(manifest.itemCount, "item")) in \(seconds.fixed(1)) s with \(source.encoder)"
    ]
    if let changes {
      parts.append(
        "\(changes.added) added, \(changes.changed) changed, \(changes.removed) removed, vectors of \(changes.reused) reused"
      )
    }
    if cached > 0 { parts.append("vectors of \(cached) from the cache") }
    return (parts + Self.omissions(of: source)).joined(separator: "; ")
  }

  /// What of the catalogue is not in the index.
  static func omissions(of source: IndexSource) -> [String] {
    var parts: [String] = []
    if source.skippedLines > 0 {
      parts.append(Numerals.counted(source.skippedLines, "line") + " skipped")
    }
    if source.missingPictures > 0 {
      parts.append(Numerals.counted(source.missingPictures, "picture") + " missing or broken")
    }
    if source.remotePictures > 0 {
      parts.append(Numerals.counted(source.remotePictures, "picture") + " on the network, not fetched")
    }
    return parts
  }
}

import Foundation

/// What an index is made of and made from: the file `manifest.json` in its folder.
package struct IndexManifest: Hashable, Sendable, Codable {
  /// The name of the file.
  package static let fileName = "manifest.json"
  /// The version that this program writes, and the only one it reads.
  package static let currentVersion = 1

  /// The version of the index format.
  package var version = IndexManifest.currentVersion
  /// What the index was made from, as its maker said.
  package let source: IndexSource
  /// How many items there are; ordinals run from 0.
  package let itemCount: Int
  /// The files of the index.
  package let sections: [IndexSection]

  /// The section of a kind, or `nil` when the index has none.
  package func section(_ kind: IndexSection.Kind) -> IndexSection? {
    sections.first { $0.kind == kind }
  }
}

extension IndexManifest {
  /// Whether there is a vector of both kinds for every item, a lexical index and an item store.
  var isComplete: Bool {
    guard (0...Int(UInt32.max)).contains(itemCount), let length = source.dimensions.last, source.hasLengths
    else { return false }
    let vectorBytes = itemCount * length * MemoryLayout<Float>.stride
    return sections.count == IndexSection.Kind.allCases.count
      && section(.textVectors)?.bytes == vectorBytes && section(.pictureVectors)?.bytes == vectorBytes
      && section(.lexical) != nil && section(.items) != nil
  }

  /// The manifest as its file holds it: readable, and the same bytes for the same manifest.
  func json() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Encoding plain strings and numbers has nothing to fail on.
    return Array((try? encoder.encode(self)) ?? Data()) + Array("\n".utf8)
  }

  /// Reads the manifest of the index in `folder`.
  /// - Throws: `StorageError.mismatch` for another version, `malformed` for anything else that is not a manifest.
  static func read(folder: String) throws(StorageError) -> IndexManifest {
    struct Version: Decodable { let version: Int }
    let path = Path.join(folder, fileName)
    let data = Data(try AtomicFile.read(path))
    let remedy = "index the catalogue again"
    guard let version = try? JSONDecoder().decode(Version.self, from: data).version else {
      throw .malformed(path: path, reason: "not the manifest of an index; \(remedy)")
    }
    guard version == currentVersion else {
      throw .mismatch(
        path: folder, reason: "index format \(version), this program reads \(currentVersion)", remedy: remedy)
    }
    guard let manifest = try? JSONDecoder().decode(IndexManifest.self, from: data), manifest.isComplete
    else { throw .malformed(path: path, reason: "damaged; \(remedy)") }
    return manifest
  }
}

import Foundation

/// What an index is made of and made from: the file `manifest.json` in its folder.
///
/// Holds neither times nor absolute paths: the same input makes the same bytes.
package struct IndexManifest: Hashable, Sendable, Codable {
  /// The name of the file.
  package static let fileName = "manifest.json"
  /// The version that this program writes, and the only one it reads.
  package static let currentVersion = 2

  /// The version of the index format.
  package var version = IndexManifest.currentVersion
  /// Counts the builds since the last one from nothing, which is 1.
  package let generation: Int
  /// What the index was made from, as its maker said.
  package let source: IndexSource
  /// How many items there are; ordinals run from 0.
  package let itemCount: Int
  /// The files of the index in the order of `IndexSection.Kind`.
  package let sections: [IndexSection]
  /// The CRC-32C of the manifest's own bytes with eight zeros in this place, eight hexadecimal digits.
  package private(set) var checksum = IndexManifest.noChecksum

  init(generation: Int, source: IndexSource, itemCount: Int, sections: [IndexSection]) {
    self.generation = generation
    self.source = source
    self.itemCount = itemCount
    self.sections = sections
    checksum = IndexSection.text(of: CRC32C.checksum(of: json()))
  }

  /// The section of a kind, or `nil` when the index has none.
  package func section(_ kind: IndexSection.Kind) -> IndexSection? {
    sections.first { $0.kind == kind }
  }

  private static let noChecksum = "00000000"
}

extension IndexManifest {
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
    let path = Path.join(folder, fileName)
    let bytes = try AtomicFile.read(path)
    let head = try? JSONDecoder().decode(Head.self, from: Data(bytes))
    let command = head?.rebuildCommand(index: folder) ?? "assay index CATALOG"
    let remedy = "index the catalogue again with: \(command)"
    guard let head else {
      throw .malformed(path: path, reason: "not the manifest of an index; \(remedy)")
    }
    guard head.version == currentVersion else {
      throw .mismatch(
        path: folder, reason: "index format \(head.version), this program reads \(currentVersion)",
        remedy: remedy)
    }
    guard let manifest = try? JSONDecoder().decode(IndexManifest.self, from: Data(bytes)),
      manifest.isUnchanged(in: bytes), manifest.isComplete
    else { throw .malformed(path: path, reason: "damaged; \(remedy)") }
    return manifest
  }

  private func isUnchanged(in bytes: [UInt8]) -> Bool {
    var original = self
    original.checksum = Self.noChecksum
    let isChecked = IndexSection.text(of: CRC32C.checksum(of: original.json())) == checksum
    // What the checksum covers is the manifest as this program writes it; what was read must be just that.
    return isChecked && json() == bytes
  }

  /// What every version of the format has said, for a remedy that names the catalogue.
  private struct Head: Decodable {
    struct Source: Decodable {
      let catalogue: String
      let items: String
      let encoder: String?
    }

    let version: Int
    let source: Source?

    func rebuildCommand(index: String) -> String? {
      source.map {
        RebuildCommand.text(
          index: index, catalogue: Path.join(index, $0.catalogue), items: $0.items,
          encoder: $0.encoder ?? "")
      }
    }
  }
}

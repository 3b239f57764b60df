import Foundation

/// Which build of an index lies at a place.
///
/// Two are equal when the indexes are the same to the last byte.
package struct IndexGeneration: Hashable, Sendable {
  /// Counts the builds since the last one from nothing, which is 1.
  package let number: Int
  /// The checksum of the manifest, which holds those of everything else.
  let checksum: String
}

extension IndexArchive {
  /// The build that lies at `path` now, or `nil` when none can be read; cheap enough to ask every second.
  ///
  /// What has been opened before stays valid when another build takes its place.
  package static func currentGeneration(at path: String) -> IndexGeneration? {
    struct Head: Decodable {
      let generation: Int
      let checksum: String
    }
    guard let bytes = try? AtomicFile.read(Path.join(path, IndexManifest.fileName)),
      let head = try? JSONDecoder().decode(Head.self, from: Data(bytes))
    else { return nil }
    return IndexGeneration(number: head.generation, checksum: head.checksum)
  }
}

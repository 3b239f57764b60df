internal import Embeddings
internal import Foundation
internal import Retrieval
internal import Storage

/// What `assay doctor` knows about an index.
struct IndexExamination: Examination {
  /// One file of the index.
  struct Section: Encodable {
    let file: String
    let bytes: Int
    let checksum: String
    let isSound: Bool
  }

  /// How large a vector is at a precision.
  struct VectorSize: Encodable {
    let precision: String
    let bytes: Int
  }

  /// Something that is not as it should be, and what mends it.
  struct Finding: Encodable {
    let finding: String
    let remedy: String
  }

  let index: String
  let formatVersion: Int
  let generation: Int
  let items: Int
  let encoder: String
  let fingerprint: String
  let dimensions: [Int]
  let language: String
  let catalogue: String
  let roles: FieldRoles
  let skippedLines: Int
  let missingPictures: Int
  let remotePictures: Int
  let sections: [Section]
  let bytes: Int
  let bytesPerVector: [VectorSize]
  let findings: [Finding]

  /// Whether any part is not what was written.
  var isDamaged: Bool { sections.contains { !$0.isSound } }

  init(_ archive: IndexArchive, damages: [IndexDamage], shelf: EncoderShelf) {
    let manifest = archive.manifest
    let source = manifest.source
    index = archive.path
    formatVersion = manifest.version
    generation = manifest.generation
    items = manifest.itemCount
    encoder = source.encoder
    fingerprint = source.fingerprint
    dimensions = source.dimensions
    language = source.language
    catalogue = archive.catalogueFolder + "/" + source.items
    roles = source.roles
    skippedLines = source.skippedLines
    missingPictures = source.missingPictures
    remotePictures = source.remotePictures
    sections = manifest.sections.map { section in
      Section(
        file: section.kind.rawValue, bytes: section.bytes, checksum: section.checksum,
        isSound: !damages.contains { $0.section == section.kind })
    }
    bytes = manifest.sections.reduce(0) { $0 + $1.bytes }
    let length = source.dimensions[source.dimensions.count - 1]
    bytesPerVector = VectorPrecision.allCases.map {
      VectorSize(precision: $0.rawValue, bytes: $0.bytes(dimensions: length))
    }
    findings =
      damages.map {
        Finding(
          finding:
            "\($0.path): damaged in bytes \($0.range.lowerBound)–\($0.range.upperBound - 1): \($0.finding)",
          remedy: $0.repair)
      } + Self.strangers(archive, shelf: shelf) + Self.staleness(archive)
  }

  /// An index that this program can't ask queries of.
  private static func strangers(_ archive: IndexArchive, shelf: EncoderShelf) -> [Finding] {
    let made = archive.manifest.source.encoderCard
    do {
      _ = try shelf.encoder(of: archive)
      return []
    } catch let StorageError.mismatch(_, reason, _) {
      return [Finding(finding: "\(reason) (\(made.fingerprint.prefix(12))…)", remedy: archive.rebuildCommand)]
    } catch let StorageError.missing(path, remedy) {
      return [Finding(finding: "\(path): not found", remedy: remedy)]
    } catch {
      // What is wrong with this program itself is said by its own examination.
      return []
    }
  }

  private static func staleness(_ archive: IndexArchive) -> [Finding] {
    let items = archive.catalogueFolder + "/" + archive.manifest.source.items
    switch archive.catalogueState() {
    case .unchanged: return []
    case .changed:
      return [Finding(finding: "\(items) changed since it was indexed", remedy: archive.rebuildCommand)]
    case .missing:
      return [
        Finding(
          finding: "\(items) is not there: pictures can't be shown and nothing can be indexed again",
          remedy: "put the catalogue back, or index it where it is now")
      ]
    }
  }
}

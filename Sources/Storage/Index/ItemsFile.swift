/// The content of a catalogue's items file, to see later whether it is still the same.
package struct ItemsFile: Hashable, Sendable, Codable {
  /// The size of the file.
  package let bytes: Int
  /// The CRC-32C of the CRC-32Cs of its mebibytes, eight hexadecimal digits.
  package let checksum: String

  /// Reads a file; `pause` is called before each mebibyte, for a reader that gives way to others.
  /// - Complexity: O(bytes), at the speed of reading.
  package init(_ path: String, pause: () -> Void = {}) throws(StorageError) {
    let checksums = try BlockChecksums(of: OpenFile(path, for: .reading), pause: pause)
    bytes = checksums.bytes
    checksum = IndexSection.text(of: CRC32C.checksum(of: checksums.values))
  }
}

/// Whether an index still says what its catalogue says.
package enum CatalogueState: String, Hashable, Sendable {
  /// The items file is the one that was indexed.
  case unchanged
  /// The items file is another one by now.
  case changed
  /// The items file is not where it was.
  case missing
}

extension IndexArchive {
  /// Compares the catalogue's items file with the one that was indexed; pictures are not looked at.
  ///
  /// `pause` is called before each mebibyte, for a reader that gives way to others.
  /// - Complexity: O(1) when the size differs, else O(size of the file).
  package func catalogueState(pause: () -> Void = {}) -> CatalogueState {
    let path = Path.join(catalogueFolder, manifest.source.items)
    guard let size = try? OpenFile(path, for: .reading).size() else { return .missing }
    guard size == manifest.source.itemsFile.bytes else { return .changed }
    return (try? ItemsFile(path, pause: pause)) == manifest.source.itemsFile ? .unchanged : .changed
  }
}

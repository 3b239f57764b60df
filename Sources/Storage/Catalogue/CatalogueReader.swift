import Relevance

/// The items of a catalogue, one after another.
///
/// Reads in blocks, so files larger than memory work. After `StorageError.malformedLine` the reader goes on with the
/// record after the bad one: whoever reads decides whether to skip or to stop.
package struct CatalogueReader {
  private let path: String
  private let roles: FieldRoles
  private var source: any RecordSource
  private var lines: [DocumentID: Int] = [:]

  /// Opens the catalogue at its first item.
  package init(_ location: CatalogueLocation, roles: FieldRoles) throws(StorageError) {
    path = location.itemsPath
    source = try location.format.source(path)
    self.roles = roles
  }

  /// The next item, or `nil` at the end.
  /// - Throws: `StorageError.malformedLine` for a record that can't be read, has no id, or has an id that an
  ///   earlier record has; other errors are final.
  package mutating func next() throws(StorageError) -> CatalogueRecord? {
    guard let raw = try source.next() else { return nil }
    let record = try CatalogueRecord(raw, roles: roles, path: path)
    if let line = lines[record.id] {
      throw .malformedLine(
        path: path, line: raw.line, reason: "the id '\(record.id)' was already used on line \(line)")
    }
    lines[record.id] = raw.line
    return record
  }

  /// About how many items the catalogue has: its lines, without a heading.
  /// - Complexity: O(bytes), at the speed of reading.
  package static func estimatedCount(_ location: CatalogueLocation) throws(StorageError) -> Int {
    let file = try OpenFile(location.itemsPath, for: .reading)
    var offset = 0
    var lines = 0
    var isOpen = false
    while true {
      let block = try file.read(1 << 20, at: offset)
      guard let last = block.last else { break }
      lines += block.count { $0 == UInt8(ascii: "\n") }
      isOpen = last != UInt8(ascii: "\n")
      offset += block.count
    }
    return max(0, lines + (isOpen ? 1 : 0) - (location.format == .jsonLines ? 0 : 1))
  }

  /// How much of the file has been read, 0…1.
  package var progress: Double {
    source.size == 0 ? 1 : Double(source.offset) / Double(source.size)
  }
}

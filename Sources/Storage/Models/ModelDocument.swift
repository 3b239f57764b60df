import JSON

/// A JSON file of a model folder, whose values are asked for by name and type.
///
/// Every error names the file and what stands there; what is no JSON is named by line and column.
struct ModelDocument: Sendable {
  /// The file, relative to the folder.
  let name: String
  /// Where it lies.
  let path: String
  /// What it says.
  let value: JSONValue

  /// Reads a file that must be there.
  init(_ name: String, in folder: String) throws(StorageError) {
    let path = Path.join(folder, name)
    let bytes = try AtomicFile.read(path)
    if let pointer = LargeFilePointer(bytes) { throw pointer.error(path) }
    do {
      value = try JSONParser.parse(bytes)
    } catch {
      let place = TextPlace(of: error.column - 1, in: bytes)
      throw .malformedLine(
        path: path, line: place.line,
        reason: "not valid JSON at column \(place.column): \(error.reason); fetch the file again")
    }
    guard case .object = value else {
      guard case .array = value else {
        throw .malformed(path: path, reason: "neither a JSON object nor a list; fetch the file again")
      }
      self.name = name
      self.path = path
      return
    }
    self.name = name
    self.path = path
  }

  /// Reads a file unless the folder has none.
  static func read(_ name: String, in folder: String) throws(StorageError) -> ModelDocument? {
    Path.exists(Path.join(folder, name)) ? try ModelDocument(name, in: folder) : nil
  }

  /// The value at a path of member names such as `text_config`, `hidden_size`; `nil` when absent or null.
  func value(_ names: String...) -> JSONValue? {
    var found: JSONValue? = value
    for name in names { found = found?[name] }
    return found == .null ? nil : found
  }

  /// A whole number above zero, or `nil` when nothing is said.
  func count(_ names: String...) throws(StorageError) -> Int? {
    var found: JSONValue? = value
    for name in names { found = found?[name] }
    guard let found, found != .null else { return nil }
    guard let number = found.int, number > 0 else {
      throw mistake(
        "\(names.joined(separator: ".")) is \(found.text.prefix(40)) where a number above zero is expected")
    }
    return number
  }

  /// An error about this file.
  func mistake(_ reason: String) -> StorageError { .malformed(path: path, reason: reason) }
}

/// A place in a text, in lines and columns of bytes from 1.
struct TextPlace: Hashable, Sendable {
  let line: Int
  let column: Int

  /// The place of the byte `offset`.
  init(of offset: Int, in bytes: [UInt8]) {
    let before = bytes.prefix(max(0, offset))
    line = before.count { $0 == UInt8(ascii: "\n") } + 1
    column = before.count - (before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0) + 1
  }
}

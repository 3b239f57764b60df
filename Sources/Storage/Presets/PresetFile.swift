/// The file of saved columns, `presets.toml` in the user's configuration: a table for each name, with its columns.
///
/// ```toml
/// ["short against long"]
/// columns = [
///   "dense:64,int8",
///   "dense:256,float32",
/// ]
/// ```
/// What the columns mean is left to the reader of their texts. The file may be edited by hand: comments and the
/// layout of other presets stay when one is saved or deleted.
package struct PresetFile: Hashable, Sendable {
  /// One preset as it stands in the file.
  package struct Preset: Hashable, Sendable {
    /// Its name.
    package let name: String
    /// How each column ranks, in words, left to right.
    package let columns: [String]
    /// The line that the columns are set in, from 1.
    package let line: Int
  }

  /// The most bytes that are read; a larger file is no list of presets.
  static let byteLimit = 1 << 20

  /// Where the file is, or would be.
  package let path: String

  /// Finds the place of the file.
  /// - Throws: `StorageError.unwritable` when the environment names no home.
  package init(environment: [String: String]) throws(StorageError) {
    guard let folder = UserFolder.configuration.path(in: environment) else {
      throw .unwritable(
        path: "presets.toml", reason: "has no place: neither XDG_CONFIG_HOME nor HOME is set")
    }
    self.init(path: Path.join(folder, "assay/presets.toml"))
  }

  /// Names a file.
  package init(path: String) {
    self.path = path
  }

  /// The presets in the order of the file; none when there is no file.
  /// - Throws: `StorageError.malformedLine` for what is no preset.
  package func read() throws(StorageError) -> [Preset] {
    try presets(in: try text())
  }

  /// Saves columns under a name, in the place of those that were saved under it before.
  ///
  /// Durable when it returns; the file changes as a whole or not at all.
  package func save(_ name: String, columns: [String]) throws(StorageError) {
    try replace(name, by: PresetText.block(name, columns: columns), expecting: columns)
  }

  /// Deletes what is saved under a name.
  package func delete(_ name: String) throws(StorageError) {
    try replace(name, by: [], expecting: nil)
  }

  private func replace(
    _ name: String, by block: [String], expecting columns: [String]?
  ) throws(StorageError) {
    let text = try text()
    let document = try table(in: text)
    let before = try presets(in: text)
    let edited = PresetText(text, of: document).replacing(name, by: block)
    let others = { (presets: [Preset]) in presets.filter { !$0.isCalled(name) }.map { [$0.name] + $0.columns }
    }
    // However the file was laid out by hand, nothing else in it may change.
    guard let after = try? presets(in: edited), others(after) == others(before),
      after.first(where: { $0.isCalled(name) })?.columns == columns
    else {
      throw .unwritable(path: path, reason: "is laid out so that '\(name)' has to be changed by hand")
    }
    try UserFile.createFolder(of: path)
    try AtomicFile.write(Array(edited.utf8), to: path)
  }

  private func text() throws(StorageError) -> String {
    guard Path.exists(path) else { return "" }
    let file = try OpenFile(path, for: .reading)
    let size = try file.size()
    guard size <= Self.byteLimit else {
      throw .malformed(path: path, reason: "\(size) bytes are too many for a list of presets")
    }
    guard let text = String(validating: try file.read(size, at: 0), as: UTF8.self) else {
      throw .malformed(path: path, reason: "not valid UTF-8")
    }
    return text
  }

  private func table(in text: String) throws(StorageError) -> TOMLTable {
    do throws(TOMLError) {
      return try TOMLTable(parsing: text)
    } catch {
      throw .malformedLine(path: path, line: error.position.line, reason: error.reason)
    }
  }

  private func presets(in text: String) throws(StorageError) -> [Preset] {
    try table(in: text).entries.map { entry throws(StorageError) in try preset(entry) }
  }

  private func preset(_ entry: TOMLTable.Entry) throws(StorageError) -> Preset {
    guard let table = entry.value.table else {
      throw malformed(
        entry, "'\(entry.key)' is no preset: write [\(entry.key)] and under it columns = [\"…\"]")
    }
    for other in table.entries where other.key != "columns" {
      throw malformed(other, "a preset has no '\(other.key)'; known is columns")
    }
    guard let columns = table.entries.first else {
      throw malformed(entry, "the preset '\(entry.key)' has no columns")
    }
    guard let texts = columns.value.array?.map(\.string), !texts.contains(nil) else {
      throw malformed(columns, "columns is a list of texts, as in [\"dense:64,int8\", \"hybrid\"]")
    }
    return Preset(name: entry.key, columns: texts.compactMap(\.self), line: columns.position.line)
  }

  private func malformed(_ entry: TOMLTable.Entry, _ reason: String) -> StorageError {
    .malformedLine(path: path, line: entry.position.line, reason: reason)
  }
}

extension PresetFile.Preset {
  /// Whether this is its name, byte for byte, as TOML compares keys.
  package func isCalled(_ name: String) -> Bool { self.name.utf8.elementsEqual(name.utf8) }
}

package import JSON

/// The models that were added on this machine: `assay/models/NAME/card.json` in the user's data folder.
///
/// Weights stay where they are unless they were copied or pulled into the store; a card names them by their hashes.
package struct ModelStore: Hashable, Sendable {
  /// The folder with a folder for each model.
  package let folder: String

  private static let cardName = "card.json"
  private static let stampsName = "stamps.json"
  private static let serverName = "server.json"
  /// The folder of a model's own files, when the store has them.
  private static let filesName = "files"

  /// The store in `folder`, which need not exist yet.
  package init(folder: String) {
    self.folder = folder
  }

  /// The store of a user: `$XDG_DATA_HOME/assay/models`, by default `~/.local/share/assay/models`.
  /// - Throws: `StorageError.unwritable` when the environment names no home.
  package init(environment: [String: String]) throws(StorageError) {
    guard let data = UserFolder.data.path(in: environment) else {
      throw .unwritable(path: "the store of models", reason: "neither XDG_DATA_HOME nor HOME is set")
    }
    folder = Path.join(data, "assay/models")
  }

  /// Where the files of a model go that the store keeps itself.
  package func filesFolder(of name: String) -> String {
    Path.join(Path.join(folder, name), Self.filesName)
  }

  /// The names of all models, in byte order.
  package func names() throws(StorageError) -> [String] {
    guard Path.isFolder(folder) else { return [] }
    return try Folder.names(in: folder)
      .filter { Path.isFile(cardPath($0)) || Path.isFile(serverPath($0)) }
  }

  /// The card of a model.
  /// - Throws: `StorageError.missing` with the names there are, `malformed` for a card that is none.
  package func card(_ name: String) throws(StorageError) -> ModelCard {
    try Self.checkName(name)
    guard Path.isFile(cardPath(name)) else {
      let known = try names()
      throw .missing(
        path: "the model '\(name)'",
        remedy: known.isEmpty
          ? "add one with: assay model add FOLDER --name \(name)"
          : "added are \(known.joined(separator: ", ")); add more with: assay model add FOLDER")
    }
    let card = try ModelCard(try AtomicFile.read(cardPath(name)), path: cardPath(name))
    guard card.name.utf8.elementsEqual(name.utf8) else {
      throw .malformed(
        path: cardPath(name), reason: "the card of '\(card.name)'; add the model again under its own name")
    }
    return card
  }

  /// Stores a card under its name, over an older one.
  package func add(_ card: ModelCard) throws(StorageError) {
    try Self.checkName(card.name)
    guard !Path.isFile(serverPath(card.name)) else {
      throw .unwritable(
        path: serverPath(card.name),
        reason: "a model of that name is on a server; assay model remove \(card.name), or name another")
    }
    try Folder.create(Path.join(folder, card.name))
    try writeStamps(try stamps(of: card), of: card)
    try AtomicFile.write(card.json, to: cardPath(card.name))
  }

  /// What is kept of a model on a server, as whoever asks it wrote it down; `nil` for a name of no such model.
  package func server(_ name: String) throws(StorageError) -> JSONValue? {
    try Self.checkName(name)
    let path = serverPath(name)
    guard Path.isFile(path) else { return nil }
    do {
      return try JSONParser.parse(try AtomicFile.read(path))
    } catch let error as StorageError {
      throw error
    } catch {
      throw .malformed(
        path: path, reason: "damaged; add the model again with: assay model add --remote URL --name \(name)")
    }
  }

  /// Stores what is to be kept of a model on a server; a folder's card of that name must be removed before.
  package func add(server record: JSONValue, as name: String) throws(StorageError) {
    try Self.checkName(name)
    guard !Path.isFile(cardPath(name)) else {
      throw .unwritable(
        path: cardPath(name),
        reason: "a model of that name runs here; assay model remove \(name), or name another")
    }
    try Folder.create(Path.join(folder, name))
    try AtomicFile.write(Array((record.text + "\n").utf8), to: serverPath(name))
  }

  /// Forgets a model; files that the store keeps itself are removed, all others stay.
  /// - Returns: whether files of the model were removed with the card.
  @discardableResult package func remove(_ name: String) throws(StorageError) -> Bool {
    _ = try Self.checkName(name)
    let place = Path.join(folder, name)
    guard Path.isFolder(place) else { _ = try card(name); return false }
    let hadFiles = Path.exists(filesFolder(of: name))
    // The card first: what is left when this is interrupted is no model any more.
    try Folder.remove(cardPath(name))
    try Folder.remove(place)
    return hadFiles
  }

  /// Copies a model's files into the store; see `filesFolder(of:)`.
  package func copy(_ inspection: ModelInspection, as name: String) throws(StorageError) {
    try Self.checkName(name)
    let target = filesFolder(of: name)
    guard target != inspection.folder else { return }
    let growing = target + ".new"
    try Folder.remove(growing)
    for file in inspection.files + ["README.md", "LICENSE"] {
      let source = Path.join(inspection.folder, file)
      guard Path.isFile(source) else { continue }
      let path = Path.join(growing, file)
      try Folder.create(Path.parent(path))
      try Self.copy(source, to: path)
    }
    try Folder.remove(target)
    try Folder.rename(growing, to: target)
    try Folder.sync(Path.parent(target))
  }

  /// Checks that a model's files are the ones its card was made of.
  ///
  /// A file whose size and time of change are as they were is taken to be the same; any other is read through.
  /// - Throws: `StorageError` that names the file which is gone or has changed.
  package func checkFiles(of card: ModelCard) throws(StorageError) {
    let known = readStamps(of: card)
    var changed = false
    for file in card.files {
      let path = Path.join(card.folder, file.name)
      let remedy = "\(card.source == nil ? "add" : "pull") the model again with: \(card.additionCommand)"
      guard Path.isFile(path) else { throw .missing(path: path, remedy: "put it back, or \(remedy)") }
      if let stamp = FileStamp(path), known[file.name] == stamp, stamp.bytes == file.bytes { continue }
      guard try ModelFile.read(file.name, in: card.folder) == file else {
        throw .mismatch(
          path: path, reason: "changed since the model \(card.name) was added, so its vectors would differ",
          remedy: "put it back, or \(remedy)")
      }
      changed = true
    }
    // Only saves time: a store that can't be written works as well.
    if changed { try? writeStamps(try stamps(of: card), of: card) }
  }

  /// Refuses names that are no plain folder names.
  @discardableResult static func checkName(_ name: String) throws(StorageError) -> String {
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    guard isPlain, !name.isEmpty, !name.hasPrefix("."), name.utf8.count <= 64 else {
      throw .malformed(
        path: "the name '\(name)'",
        reason: "a model's name has up to 64 letters, digits, dots, hyphens and underscores")
    }
    guard !["index", "judgments"].contains(name) else {
      throw .malformed(
        path: "the name '\(name)'", reason: "taken: a catalogue's folder has something else of that name")
    }
    return name
  }

  private func cardPath(_ name: String) -> String {
    Path.join(Path.join(folder, name), Self.cardName)
  }

  private func serverPath(_ name: String) -> String {
    Path.join(Path.join(folder, name), Self.serverName)
  }

  private static func copy(_ source: String, to path: String) throws(StorageError) {
    let from = try OpenFile(source, for: .reading)
    let to = try OpenFile(path, for: .creating)
    var count = 0
    while true {
      let piece = try from.read(1 << 20, at: count)
      if piece.isEmpty { break }
      try to.write(piece)
      count += piece.count
    }
    try to.sync()
  }

  // MARK: Stamps

  private func stamps(of card: ModelCard) throws(StorageError) -> [String: FileStamp] {
    var stamps: [String: FileStamp] = [:]
    for file in card.files { stamps[file.name] = FileStamp(Path.join(card.folder, file.name)) }
    return stamps
  }

  private func writeStamps(_ stamps: [String: FileStamp], of card: ModelCard) throws(StorageError) {
    let members = stamps.sorted { $0.key < $1.key }.map {
      JSONValue.Member(name: $0.key, value: .string($0.value.text))
    }
    let path = Path.join(Path.join(folder, card.name), Self.stampsName)
    try AtomicFile.write(Array((JSONValue.object(members).text + "\n").utf8), to: path)
  }

  private func readStamps(of card: ModelCard) -> [String: FileStamp] {
    let path = Path.join(Path.join(folder, card.name), Self.stampsName)
    guard let bytes = try? AtomicFile.read(path), case .object(let members)? = try? JSONParser.parse(bytes)
    else { return [:] }
    var stamps: [String: FileStamp] = [:]
    for member in members { stamps[member.name] = member.value.string.flatMap(FileStamp.init(text:)) }
    return stamps
  }
}

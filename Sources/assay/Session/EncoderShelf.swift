internal import Embeddings
internal import Foundation
internal import JSON
internal import RemoteEncoder
internal import Retrieval
internal import Storage

/// The encoders there are: the one in the Assets folder, with the word lists, and the models that were added.
struct EncoderShelf {
  private let folder: Result<URL, CommandFailure>
  private let settings: Settings

  init(settings: Settings) {
    self.settings = settings
    let locator = AssetLocator(environment: settings.environment)
    folder = Result { () throws(CommandFailure) in try locator.locate() }
  }

  /// The encoder that comes with the program.
  func defaultEncoder() throws -> DefaultEncoder {
    let path = try folder.get().appendingPathComponent("encoder/assay-default-1.safetensors").path
    return try DefaultEncoder(model: try bytes(path), path: path)
  }

  /// The encoder that made the vectors of an index: made-up vectors have theirs, an id with an `@` names a model of the
  /// store, all others are of the program's own.
  ///
  /// Throws `StorageError.mismatch` with the command that mends it when the encoder there is makes other vectors.
  /// Without `waits`, a model refuses queries while it is being loaded, and gets ready for them at once.
  func encoder(of archive: IndexArchive, waits: Bool = true) throws -> any Encoder {
    let made = archive.manifest.source.encoderCard
    let encoder = try encoder(of: made.id, in: archive, waits: waits)
    let own = encoder.card
    guard !own.makesSameVectors(as: made) else { return encoder }
    throw StorageError.mismatch(
      path: archive.path,
      reason: made.id == own.id
        ? "its vectors were made by another version of \(made.id) than this program has"
        : "its vectors were made by \(made.id), and this program has \(own.id)",
      remedy: "index the catalogue again with: \(archive.rebuildCommand)")
  }

  private func encoder(of id: String, in archive: IndexArchive, waits: Bool) throws -> any Encoder {
    if let synthetic = SyntheticEncoder(id: id) { return synthetic }
    guard let at = id.firstIndex(of: "@") else { return try defaultEncoder() }
    let name = String(id[..<at])
    let store = try ModelStore(environment: settings.environment)
    guard try store.names().contains(name) else {
      throw StorageError.missing(
        path: archive.path + ": the model '\(name)' that made its vectors (\(id))",
        remedy: "add it with: assay model add FOLDER --name \(name)")
    }
    return try model(name, waits: waits)
  }

  /// A model of the store: one that runs here is being opened when this returns, one on a server was not asked yet.
  ///
  /// Throws `StorageError` for a model that was not added, or files that changed since.
  func model(
    _ name: String, waits: Bool = true, shouldStop: @escaping @Sendable () -> Bool = { false }
  ) throws -> any Encoder {
    let store = try ModelStore(environment: settings.environment)
    if let record = try store.server(name) {
      return try served(record, name: name, shouldStop: shouldStop)
    }
    let card = try store.card(name)
    try store.checkFiles(of: card)
    var encoder = LocalEncoder(card, settings: settings, waits: waits)
    encoder.shouldStop = shouldStop
    return encoder
  }

  private func served(
    _ json: JSONValue, name: String, shouldStop: @escaping @Sendable () -> Bool
  ) throws -> ServedEncoder {
    let record = try ServedModel(json: json, name: name).record
    let access = try RemoteAccess.standard(
      record.settings.key, settings: settings, shouldStop: shouldStop)
    return ServedEncoder(try RemoteEncoder(record, access), name: name)
  }

  /// How text fields are split into terms: stemmed in a language, without its commonest words where there is a list.
  ///
  /// `language` is the name of a stemmer, or `none`; another name throws `CommandFailure` with the known ones.
  func analyzer(language: String) throws -> Analyzer {
    guard let stemming = Stemming(rawValue: language) else {
      let known = Stemming.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandFailure.usage("unknown language '\(language)'; known are \(known)")
    }
    let list = try folder.get().appendingPathComponent("stopwords/\(language).txt").path
    guard FileManager.default.fileExists(atPath: list) else { return Analyzer(stemming: stemming) }
    return Analyzer(
      stemming: stemming, stopWords: StopWordList(parsing: String(decoding: try bytes(list), as: UTF8.self)))
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure.data("\(path): not found; the Assets folder is incomplete")
    }
    return [UInt8](data)
  }
}

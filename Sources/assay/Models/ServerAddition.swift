internal import Embeddings
internal import RemoteEncoder
internal import Storage

/// `assay model add --remote` behind its flags: asks a server once and keeps how it answered.
struct ServerAddition {
  let settings: Settings
  let store: ModelStore
  let interruption: Interruption

  /// Adds a model on a server under a name.
  /// - Returns: the encoder.
  /// - Throws: `EncoderError` when the server can't be used, `CommandFailure` for settings that can't be right.
  func add(_ model: RemoteEncoderSettings, as name: String) throws -> ServedEncoder {
    do {
      try model.check()
    } catch {
      throw CommandFailure.usage("\(error)")
    }
    let access = try RemoteAccess.standard(
      model.key, settings: settings, shouldStop: interruption.question)
    let remote = try RemoteEncoder.connect(model, access)
    try store.add(server: remote.record.json, as: name)
    return ServedEncoder(remote, name: name)
  }
}

/// A model on a server for a reader, in aligned lines.
struct ServerTable {
  let model: ServedModel
  /// Why it can't be asked now.
  let keyProblem: String?

  init(_ model: ServedModel, environment: [String: String]) {
    self.model = model
    keyProblem = model.keyProblem(environment: environment)
  }

  var text: String {
    let record = model.record
    let settings = record.settings
    let key = keyProblem ?? model.keyPlace ?? "none"
    let dimensions = record.stops.map(String.init).joined(separator: ", ")
    let fusion =
      settings.fusion == .early
      ? "early: text and picture of an item in one vector" : "late: a vector for each"
    let facts: [(String, String)] = [
      ("model", model.name), ("encoder", model.id), ("fingerprint", record.fingerprint),
      ("server", "\(settings.endpoint)"), ("kind", settings.kind.rawValue), ("asked for", settings.model),
      ("key", key), ("pictures", settings.pictures.rawValue),
      ("fusion", fusion), ("dimensions", dimensions),
      ("privacy", "texts of items and queries leave this machine; assay log lists what was sent"),
    ]
    return facts.map { $0.0.rightPadded(to: 14) + Diagnostics.spelledOut($0.1) + "\n" }.joined()
  }
}

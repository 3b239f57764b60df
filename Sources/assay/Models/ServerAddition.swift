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
  let encoder: ServedEncoder

  var text: String {
    let settings = encoder.record.settings
    let card = encoder.card
    let facts = [
      ("encoder", card.id), ("fingerprint", card.fingerprint), ("server", "\(settings.endpoint)"),
      ("kind", settings.kind.rawValue), ("model", settings.model),
      ("pictures", settings.pictures.rawValue),
      ("dimensions", card.dimensions.map(String.init).joined(separator: ", ")),
      ("privacy", "texts of items and queries leave this machine; assay log lists what was sent"),
    ]
    return facts.map { $0.0.rightPadded(to: 14) + Diagnostics.spelledOut($0.1) + "\n" }.joined()
  }
}

internal import Embeddings
internal import Foundation
internal import RemoteEncoder
internal import Storage

/// A model on a server as an encoder of the store: what it is given leaves this machine, and is noted in the ledger.
struct ServedEncoder: Encoder {
  let card: EncoderCard
  /// What it is called in the store.
  let name: String
  private let remote: RemoteEncoder

  /// Gives an encoder on a server the name that it has in the store.
  init(_ remote: RemoteEncoder, name: String) {
    self.remote = remote
    self.name = name
    let own = remote.card
    card = EncoderCard(
      id: ServedModel(name: name, record: remote.record).id, fingerprint: own.fingerprint,
      dimensions: own.dimensions, modalities: own.modalities, fusion: own.fusion, batch: own.batch,
      isMatryoshka: own.isMatryoshka)
  }

  /// How the server is asked and what it answered when it was added.
  var record: RemoteEncoderRecord { remote.record }

  /// The same encoder, with its connections, whose calls end when `cancellation` says so.
  func cancellable(by cancellation: Cancellation) -> ServedEncoder {
    ServedEncoder(remote.cancellable(by: cancellation), name: name)
  }

  func encode(query: String) throws(EncoderError) -> [Float] { try remote.encode(query: query) }
  func encode(item: ItemText) throws(EncoderError) -> [Float] { try remote.encode(item: item) }
  func encode(picture: PixelImage) throws(EncoderError) -> [Float] { try remote.encode(picture: picture) }
  func encode(items: [ItemText]) throws(EncoderError) -> [[Float]] { try remote.encode(items: items) }
  func encode(pictures: [PixelImage]) throws(EncoderError) -> [[Float]] {
    try remote.encode(pictures: pictures)
  }
  func encode(items: [ItemText], pictures: [PixelImage?]) throws(EncoderError) -> [[Float]] {
    try remote.encode(items: items, pictures: pictures)
  }
}

extension RemoteAccess {
  /// What encoders on servers get of this process: keys from where the settings say, the clock, the ledger.
  ///
  /// What is under way ends when `shouldStop` says so. Throws `CommandFailure` when there is no key where one is kept.
  static func standard(
    _ source: KeySource?, settings: Settings, shouldStop: @escaping @Sendable () -> Bool
  ) throws(CommandFailure) -> RemoteAccess {
    let key: Secret?
    do {
      key = try source?.key(environment: settings.environment)
    } catch {
      throw .data(error)
    }
    let ledger = RequestLedger(settings: settings)
    let cancellation = Cancellation()
    cancellation.follow(shouldStop)
    return RemoteAccess(
      key: key, cancellation: cancellation, clock: { Date().timeIntervalSince1970 },
      ledger: { ledger.append($0) })
  }
}

package import Embeddings
internal import Synchronization

/// An encoder on a server: texts, and pictures where the model takes them, leave this machine to be encoded.
///
/// Vectors are cut to the length that the settings name and scaled to unit length here, whatever the server does. A
/// vector that can't be used, or that is missing, is an error that names its input, never a placeholder. Before the first
/// vector is given out the server answers a fixed text, and a model that was swapped behind the address is refused.
/// Calls hold their thread while they wait and make several requests at once.
package struct RemoteEncoder: Encoder {
  package let card: EncoderCard
  /// How the server is asked and what it answered when it was added.
  package let record: RemoteEncoderRecord
  private let server: RemoteServer
  private let identity: Identity
  private var cancellation: Cancellation

  /// Asks a server for the first time: which model it is, how long its vectors are, and whether it behaves.
  /// - Throws: `EncoderError.unavailable` when there is no such server, or none that can be used; `interrupted`.
  package static func connect(
    _ settings: RemoteEncoderSettings, _ access: RemoteAccess
  ) throws(EncoderError) -> RemoteEncoder {
    let server = try RemoteServer(settings, access)
    let probe: [Float]
    do {
      probe = try RemoteProbe.take(of: server, access.cancellation).vector
    } catch {
      // That the server finds fault with a fixed text says something about the server, not about an input.
      guard case .unencodable(let reason) = error else { throw error }
      throw .unavailable(reason: reason)
    }
    if let wanted = settings.dimensions, wanted > probe.count {
      throw .unavailable(
        reason: "\(settings.endpoint): '\(settings.model)' gives \(probe.count) components, "
          + "the settings ask for \(wanted); ask for fewer")
    }
    let record = RemoteEncoderRecord(settings: settings, probe: probe)
    return RemoteEncoder(record, server, Identity(isKnown: true), access.cancellation)
  }

  /// Makes the encoder of a record without asking the server; that happens with the first thing to encode.
  /// - Throws: `EncoderError.unavailable` when the settings can't be right.
  package init(_ record: RemoteEncoderRecord, _ access: RemoteAccess) throws(EncoderError) {
    let server = try RemoteServer(record.settings, access)
    self.init(record, server, Identity(isKnown: false), access.cancellation)
  }

  private init(
    _ record: RemoteEncoderRecord, _ server: RemoteServer, _ identity: Identity, _ cancellation: Cancellation
  ) {
    let settings = record.settings
    let stops = record.stops
    card = EncoderCard(
      id: settings.model, fingerprint: record.fingerprint, dimensions: stops,
      modalities: settings.takesPictures ? [.text, .picture] : [.text], fusion: settings.fusion,
      batch: max(2, server.limit(forPictures: false) * server.lanes), isMatryoshka: stops.count > 1)
    self.record = record
    self.server = server
    self.identity = identity
    self.cancellation = cancellation
  }

  /// The same encoder, with its connections, whose calls end when `cancellation` says so.
  package func cancellable(by cancellation: Cancellation) -> RemoteEncoder {
    var encoder = self
    encoder.cancellation = cancellation
    return encoder
  }

  /// Asks the server, once for all copies of this encoder, whether its model is the one of the record.
  package func verify() throws(EncoderError) {
    try identity.establish { () throws(EncoderError) in
      try RemoteProbe.compare(server, with: record.probe, cancellation)
    }
  }

  package func encode(query: String) throws(EncoderError) -> [Float] {
    try vectors(of: [query], role: .query, purpose: .query) { _ in "the query" }[0]
  }

  package func encode(item: ItemText) throws(EncoderError) -> [Float] {
    try encode(items: [item])[0]
  }

  package func encode(picture: PixelImage) throws(EncoderError) -> [Float] {
    try encode(pictures: [picture])[0]
  }

  package func encode(items: [ItemText]) throws(EncoderError) -> [[Float]] {
    try vectors(of: items.map(Self.text), role: .item, purpose: .items) { "item \($0 + 1) of \(items.count)" }
  }

  package func encode(pictures: [PixelImage]) throws(EncoderError) -> [[Float]] {
    guard card.modalities.contains(.picture) else {
      throw .unencodable(
        reason: "'\(record.settings.model)' on \(record.settings.endpoint) takes no pictures")
    }
    guard !pictures.isEmpty else { return [] }
    try verify()
    let inputs = try pictures.enumerated().map { index, picture throws(EncoderError) in
      try input(picture, name: "picture \(index + 1) of \(pictures.count)")
    }
    return try finished(inputs, role: .picture, purpose: .pictures)
  }

  /// A picture ready to be sent.
  func input(_ picture: PixelImage, name: String) throws(EncoderError) -> RemoteInput {
    let name = "\(name) (\(picture.width)×\(picture.height))"
    guard let address = PictureAddress.of(picture, atMost: record.settings.picturePixels) else {
      throw .unencodable(reason: "\(name): no memory to send it")
    }
    return RemoteInput(content: .picture(address), name: name)
  }

  /// An item's texts one after the other, each in a line of its own.
  static func text(_ item: ItemText) -> String {
    ([item.title, item.brand, item.category] + item.text).filter { !isBlank($0) }.joined(separator: "\n")
  }

  /// How messages quote a text.
  static func excerpt(of text: String) -> String {
    let shown = ServerText(text).shown
    return "(\"\(shown.count > 40 ? shown.prefix(40) + "…" : shown[...])\")"
  }

  static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  /// The vectors of texts; those of empty ones are zeros, and nothing is sent for them.
  private func vectors(
    of texts: [String], role: RemoteRole, purpose: LedgerEntry.Purpose, name: (Int) -> String
  ) throws(EncoderError) -> [[Float]] {
    var vectors = [[Float]](repeating: [Float](repeating: 0, count: record.dimensions), count: texts.count)
    let filled = texts.indices.filter { !Self.isBlank(texts[$0]) }
    guard !filled.isEmpty else { return vectors }
    try verify()
    let inputs = filled.map { index in
      RemoteInput(content: .text(texts[index]), name: "\(name(index)) \(Self.excerpt(of: texts[index]))")
    }
    for (index, vector) in zip(filled, try finished(inputs, role: role, purpose: purpose)) {
      vectors[index] = vector
    }
    return vectors
  }

  /// Served vectors, checked against the record, cut and scaled.
  func finished(
    _ inputs: [RemoteInput], role: RemoteRole, purpose: LedgerEntry.Purpose
  ) throws(EncoderError) -> [[Float]] {
    let served = try server.vectors(of: inputs, role: role, purpose: purpose, cancellation: cancellation)
    return try zip(inputs, served).map { input, vector throws(EncoderError) in
      let place = "\(record.settings.endpoint): the vector of \(input.name)"
      guard vector.count == record.servedDimensions else {
        throw .unavailable(
          reason: "\(place) has \(vector.count) components, expected \(record.servedDimensions); "
            + "did the model change?")
      }
      let kept = Array(vector.prefix(record.dimensions)).scaledToUnitLength()
      guard kept.contains(where: { $0 != 0 }) else {
        throw .unencodable(reason: "\(place) is zero in its first \(record.dimensions) components")
      }
      return kept
    }
  }
}

/// Whether the model behind the address is known to be the one of the record.
private final class Identity: Sendable {
  private let isKnown: Mutex<Bool>

  init(isKnown: Bool) {
    self.isKnown = Mutex(isKnown)
  }

  /// Runs `check` unless it succeeded before; whoever comes meanwhile waits for it.
  func establish(_ check: () throws(EncoderError) -> Void) throws(EncoderError) {
    try isKnown.withLock { isKnown throws(EncoderError) in
      if isKnown { return }
      try check()
      isKnown = true
    }
  }
}

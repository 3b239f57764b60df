internal import Embeddings

/// Questions whose answers show which model is behind an address, and whether it behaves.
enum RemoteProbe {
  /// Texts of two things that no model should take for one.
  private static let texts = [
    "A red ceramic mug with white stripes, 300 ml", "Wireless headphones, over-ear, black",
  ]
  /// Vectors of one text, and of one model, agree at least so well: servers are not exact to the bit, and batches,
  /// graphics cards and half precision move a cosine by about 0.0001.
  private static let sameCosine = 0.999
  /// Vectors of different texts that agree so well were not made from the texts.
  private static let constantCosine = 0.99999

  /// What a model answered.
  struct Answer {
    /// The vector of the first text, as served.
    let vector: [Float]
    /// The vector of the picture, where the encoder takes pictures.
    let picture: [Float]?
  }

  /// Asks everything, and refuses a server that does not behave.
  static func take(of server: RemoteServer, _ cancellation: Cancellation) throws(EncoderError) -> Answer {
    let inputs = [texts[0], texts[1], texts[0]].map(input)
    let vectors = try server.vectors(of: inputs, role: .item, purpose: .probe, cancellation: cancellation)
    let endpoint = server.settings.endpoint
    guard Set(vectors.map(\.count)).count == 1 else {
      throw .unavailable(
        reason: "\(endpoint): the vectors of texts differ in length: \(vectors.map { String($0.count) })")
    }
    let same = VectorReader.cosine(vectors[0], vectors[2])
    guard same >= sameCosine else {
      throw .unavailable(
        reason:
          "\(endpoint): the same text gives vectors with a cosine of \(same); no index can be made with them")
    }
    guard VectorReader.cosine(vectors[0], vectors[1]) < constantCosine else {
      throw .unavailable(
        reason: "\(endpoint): different texts give the same vector; check the model and how the server pools")
    }
    return Answer(
      vector: vectors[0], picture: try picture(of: server, length: vectors[0].count, cancellation))
  }

  /// Asks about the first text only, and refuses another model than the one that answered `expected`.
  static func compare(
    _ server: RemoteServer, with expected: [Float], _ cancellation: Cancellation
  ) throws(EncoderError) {
    let vector = try server.vectors(
      of: [input(texts[0])], role: .item, purpose: .probe, cancellation: cancellation)[0]
    let place = "\(server.settings.endpoint): '\(server.settings.model)'"
    let remedy =
      "vectors of both must not be mixed; add the model again under another name, and index with it"
    guard vector.count == expected.count else {
      throw .unavailable(
        reason:
          "\(place) gives vectors of \(vector.count) components now, \(expected.count) when it was added: "
          + "it is another model; \(remedy)")
    }
    guard isSame(vector, expected) else {
      let cosine = Double(Int(VectorReader.cosine(vector, expected) * 10_000)) / 10_000
      throw .unavailable(
        reason:
          "\(place) is another model than when it was added: the cosine of their vectors of one text is "
          + "\(cosine), expected \(sameCosine) at least; \(remedy)")
    }
  }

  /// Whether one model may have made both vectors of the first text.
  static func isSame(_ first: [Float], _ second: [Float]) -> Bool {
    first.count == second.count && VectorReader.cosine(first, second) >= sameCosine
  }

  private static func input(_ text: String) -> RemoteInput {
    RemoteInput(content: .text(text), name: "the probe (\"\(text)\")")
  }

  private static func picture(
    of server: RemoteServer, length: Int, _ cancellation: Cancellation
  ) throws(EncoderError) -> [Float]? {
    guard server.settings.takesPictures else { return nil }
    let side = 64
    let pixels = (0..<side * side).flatMap { index -> [UInt8] in
      let (row, column) = (index / side, index % side)
      return [UInt8(row * 4), UInt8(column * 4), (row / 8 + column / 8).isMultiple(of: 2) ? 255 : 0]
    }
    let image = PixelImage(width: side, height: side, pixels: pixels)
    guard let address = PictureAddress.of(image, atMost: side * side) else {
      throw .unavailable(reason: "out of memory")
    }
    let probe = RemoteInput(content: .picture(address), name: "the probe's picture")
    let vector = try server.vectors(of: [probe], role: .picture, purpose: .probe, cancellation: cancellation)[
      0]
    guard vector.count == length else {
      throw .unavailable(
        reason: "\(server.settings.endpoint): pictures have \(vector.count) components, texts \(length); "
          + "they are not in one space, so set pictures to 'none'")
    }
    return vector
  }
}

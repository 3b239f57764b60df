package import Embeddings

extension RemoteEncoder {
  /// Sends each item's picture and text in one conversation, where the model was trained on those; what an item lacks is
  /// left out, as the reference does.
  package func encode(items: [ItemText], pictures: [PixelImage?]) throws(EncoderError) -> [[Float]] {
    guard card.fusion == .early else {
      throw .unencodable(
        reason: "'\(record.settings.model)' on \(record.settings.endpoint) encodes texts and pictures apart")
    }
    precondition(items.count == pictures.count, "\(items.count) items with \(pictures.count) pictures")
    let names = items.indices.map { "item \($0 + 1) of \(items.count)" }
    var inputs: [(index: Int, input: RemoteInput)] = []
    for (index, (item, picture)) in zip(items, pictures).enumerated() {
      guard let input = try input(item, picture, name: names[index]) else { continue }
      inputs.append((index, input))
    }
    var vectors = [[Float]](
      repeating: [Float](repeating: 0, count: record.dimensions), count: items.count)
    guard !inputs.isEmpty else { return vectors }
    try verify()
    let found = try finished(inputs.map(\.input), role: .item, purpose: .items)
    for ((index, _), vector) in zip(inputs, found) { vectors[index] = vector }
    return vectors
  }

  /// What is sent of an item; `nil` when there is nothing.
  private func input(
    _ item: ItemText, _ picture: PixelImage?, name: String
  ) throws(EncoderError) -> RemoteInput? {
    let text = Self.text(item)
    guard let picture else {
      guard !Self.isBlank(text) else { return nil }
      return RemoteInput(content: .text(text), name: "\(name) \(Self.excerpt(of: text))")
    }
    var input = try input(picture, name: name)
    if !Self.isBlank(text) { input.caption = text }
    return input
  }
}

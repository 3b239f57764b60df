package import Embeddings

/// What every encoder guarantees, as the documentation of `Encoder` puts it.
package struct EncoderConformance: Sendable {
  private let encoder: any Encoder

  /// Checks `encoder`.
  package init(_ encoder: any Encoder) {
    self.encoder = encoder
  }

  /// Every broken guarantee in a sentence; empty for an encoder that conforms.
  package func violations() async throws -> [String] {
    let outputs = try encodeAll()
    return try cardViolations() + emptyTextViolations() + lengthViolations(outputs) + batchViolations()
      + refusalViolations() + fusionViolations() + (await repeatViolations(outputs))
  }

  private var modalities: Set<Modality> { encoder.card.modalities }

  private func cardViolations() -> [String] {
    let card = encoder.card
    var violations: [String] = []
    if card.id.isEmpty || card.fingerprint.isEmpty { violations.append("the card has no id or fingerprint") }
    if card.dimensions.contains(where: { $0 <= 0 }) || Set(card.dimensions).count != card.dimensions.count
      || card.dimensions != card.dimensions.sorted()
    {
      violations.append("the declared lengths \(card.dimensions) do not ascend")
    }
    return violations
  }

  private func emptyTextViolations() throws -> [String] {
    let zero = [Float](repeating: 0, count: encoder.card.dimensions.last ?? 0)
    var violations: [String] = []
    guard modalities.contains(.text) else { return violations }
    for text in ["", " \n\t"] {
      if try encoder.encode(query: text) != zero {
        violations.append("query \(text.debugDescription) is not zero")
      }
      if try encoder.encode(item: ItemText(title: text)) != zero {
        violations.append("an item of \(text.debugDescription) is not zero")
      }
    }
    return violations
  }

  private func lengthViolations(_ outputs: [String: [Float]]) -> [String] {
    outputs.sorted { $0.key < $1.key }.compactMap { name, vector in
      let squares = vector.reduce(0) { $0 + Double($1) * Double($1) }
      guard vector.count == encoder.card.dimensions.last else {
        return "\(name) has \(vector.count) components"
      }
      return abs(squares.squareRoot() - 1) <= 1e-5 ? nil : "\(name) has length \(squares.squareRoot())"
    }
  }

  /// Encodes again, from several threads at once, and compares bit by bit.
  private func repeatViolations(_ outputs: [String: [Float]]) async throws -> [String] {
    try await withThrowingTaskGroup(of: [String: [Float]].self) { group in
      for _ in 0..<4 { group.addTask { try encodeAll() } }
      var violations: [String] = []
      for try await again in group where again != outputs {
        let names = outputs.keys.filter { again[$0] != outputs[$0] }.sorted()
        violations.append("\(names.joined(separator: ", ")) came out otherwise the second time")
      }
      return violations
    }
  }

  /// Encodes together, an empty text among the others, and compares with what comes one by one.
  private func batchViolations() throws -> [String] {
    var violations: [String] = []
    if modalities.contains(.text) {
      let items = Self.queries.map { ItemText(title: $0) } + [ItemText(title: ""), Self.item]
      violations += Self.differences(
        of: try encoder.encode(items: items), from: try items.map { try encoder.encode(item: $0) },
        "item")
    }
    if modalities.contains(.picture) {
      let pictures = Self.pictures
      violations += Self.differences(
        of: try encoder.encode(pictures: pictures),
        from: try pictures.map { try encoder.encode(picture: $0) },
        "picture")
    }
    return violations
  }

  private static func differences(
    of together: [[Float]], from single: [[Float]], _ name: String
  ) -> [String] {
    guard together.count == single.count else {
      return ["\(single.count) \(name)s together give \(together.count) vectors"]
    }
    return single.indices.compactMap { index in
      let isSame =
        single[index].count == together[index].count
        && zip(single[index], together[index]).allSatisfy { abs($0 - $1) <= 1e-5 }
      return isSame ? nil : "\(name) \(index) comes out otherwise among others"
    }
  }

  /// What the card does not name must be refused.
  private func refusalViolations() -> [String] {
    var violations: [String] = []
    if !modalities.contains(.text) {
      if !Self.isRefused({ () throws(EncoderError) in try encoder.encode(query: "red") }) {
        violations.append("a query is not refused")
      }
      if !Self.isRefused({ () throws(EncoderError) in try encoder.encode(item: Self.item) }) {
        violations.append("an item is not refused")
      }
    }
    if !modalities.contains(.picture),
      !Self.isRefused({ () throws(EncoderError) in try encoder.encode(picture: Self.pictures[0]) })
    {
      violations.append("a picture is not refused")
    }
    return violations
  }

  /// Text and picture together are one vector of their own, or refused.
  private func fusionViolations() throws -> [String] {
    let pictures = [Self.pictures[0], nil]
    guard encoder.card.fusion == .early else {
      let isRefused = Self.isRefused { () throws(EncoderError) in
        try encoder.encode(items: [Self.item, Self.item], pictures: pictures)[0]
      }
      return isRefused ? [] : ["an item with its picture is not refused"]
    }
    let vectors = try encoder.encode(items: [Self.item, Self.item], pictures: pictures)
    guard vectors.count == 2 else { return ["2 items with pictures give \(vectors.count) vectors"] }
    let alone = try encoder.encode(item: Self.item)
    return Self.differences(of: [vectors[1]], from: [alone], "item without a picture")
      + (vectors[0] == alone ? ["a picture changes nothing"] : [])
      + lengthViolations(["item with a picture": vectors[0]])
  }

  private static func isRefused(_ encode: () throws(EncoderError) -> [Float]) -> Bool {
    do throws(EncoderError) {
      _ = try encode()
      return false
    } catch {
      if case .unencodable = error { return true }
      return false
    }
  }

  private func encodeAll() throws -> [String: [Float]] {
    var outputs: [String: [Float]] = [:]
    if modalities.contains(.text) {
      for query in Self.queries { outputs["query \(query)"] = try encoder.encode(query: query) }
      outputs["item"] = try encoder.encode(item: Self.item)
    }
    if modalities.contains(.picture) {
      for picture in Self.pictures {
        outputs["picture \(picture.width)×\(picture.height)"] = try encoder.encode(picture: picture)
      }
    }
    return outputs
  }

  private static let queries = [
    "red", "Zapatillas de lona, azul-marino 42", "日本語のセーター", String(repeating: "wool ", count: 50),
  ]

  private static let item = ItemText(
    title: "Café mug", brand: "Maison", category: "Kitchen > Mugs", text: ["For tea.", "Holds 300 ml"])

  private static let pictures = [(1, 1), (40, 23)].map { width, height in
    PixelImage(
      width: width, height: height,
      pixels: (0..<width * height * 3).map { UInt8(truncatingIfNeeded: $0 &* 37) })
  }
}

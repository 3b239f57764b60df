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
    return cardViolations() + (try emptyTextViolations()) + lengthViolations(outputs)
      + (try await repeatViolations(outputs))
  }

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

  private func encodeAll() throws -> [String: [Float]] {
    var outputs: [String: [Float]] = [:]
    for query in [
      "red", "Zapatillas de lona, azul-marino 42", "日本語のセーター", String(repeating: "wool ", count: 50),
    ] {
      outputs["query \(query)"] = try encoder.encode(query: query)
    }
    let item = ItemText(
      title: "Café mug", brand: "Maison", category: "Kitchen > Mugs", text: ["For tea.", "Holds 300 ml"])
    outputs["item"] = try encoder.encode(item: item)
    for (width, height) in [(1, 1), (40, 23)] {
      outputs["picture \(width)×\(height)"] = try encoder.encode(picture: Self.picture(width, height))
    }
    return outputs
  }

  private static func picture(_ width: Int, _ height: Int) -> PixelImage {
    PixelImage(
      width: width, height: height,
      pixels: (0..<width * height * 3).map { UInt8(truncatingIfNeeded: $0 &* 37) })
  }
}

package import Embeddings

/// An encoder without a model: every word stands for a random direction of its own, a text for the sum of its words,
/// a picture for a direction of its own.
///
/// Texts that share words are near, everything else is about orthogonal; that is all the meaning it has. It is
/// small, instant and the same on every machine.
package struct HashingEncoder: Encoder {
  package let card: EncoderCard

  /// Makes an encoder of the given lengths, ascending.
  package init(dimensions: [Int] = [8, 16, 32, 64]) {
    card = EncoderCard(id: "hashing", fingerprint: "hashing-\(dimensions)", dimensions: dimensions)
  }

  package func encode(query: String) -> [Float] {
    sum(of: query.lowercased().split { !$0.isLetter && !$0.isNumber }.map { direction(of: $0.utf8) })
  }

  package func encode(item: ItemText) -> [Float] {
    encode(query: ([item.title, item.brand, item.category] + item.text).joined(separator: " "))
  }

  package func encode(picture: PixelImage) -> [Float] {
    direction(of: [UInt8(picture.width & 0xff), UInt8(picture.height & 0xff)] + picture.pixels)
  }

  private func direction(of bytes: some Sequence<UInt8>) -> [Float] {
    let seed = bytes.reduce(UInt64(5381)) { $0 &* 33 &+ UInt64($1) }
    var generator = SeededGenerator(seed: seed)
    let length = card.dimensions[card.dimensions.count - 1]
    return (0..<length).map { _ in Float.random(in: -1...1, using: &generator) }.scaledToUnitLength()
  }

  private func sum(of directions: [[Float]]) -> [Float] {
    let zero = [Float](repeating: 0, count: card.dimensions[card.dimensions.count - 1])
    return directions.reduce(zero) { zip($0, $1).map(+) }.scaledToUnitLength()
  }
}

/// SentencePiece's compiled character map, applied as the reference applies it: a grapheme cluster of fewer than six
/// bytes whole if the map has any prefix of it, else scalar by scalar.
///
/// This differs from SentencePiece itself, which takes the longest match; models in use were checked with this one.
struct PrecompiledNormalizer: Normalizer {
  static let names = ["Precompiled"]

  /// A scalar below never joins the one before it into a cluster, carriage return and line feed apart.
  private static let firstJoining: UInt32 = 0x300

  private let map: CharacterMap

  init(_ part: ConfigurationPart) throws(EncoderError) {
    map = try CharacterMap(try part.required("precompiled_charsmap"))
  }

  func normalize(_ text: inout NormalizedText) {
    let scalars = text.scalars
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(scalars.count)
    var start = 0
    while start < scalars.count {
      var end = start + 1
      while end < scalars.count, Self.mayJoin(scalars[end - 1], scalars[end]) { end += 1 }
      if end == start + 1 {
        append(scalars[start], to: &result)
      } else {
        for cluster in String(scalars[start..<end]) { append(cluster, to: &result) }
      }
      start = end
    }
    text.scalars = result
  }

  private static func mayJoin(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    left.value >= firstJoining || right.value >= firstJoining || (left == "\r" && right == "\n")
  }

  private func append(_ cluster: Character, to result: inout [Unicode.Scalar]) {
    if cluster.utf8.count < 6, let mapped = map.image(of: cluster.utf8) {
      result.append(contentsOf: mapped)
    } else {
      for scalar in cluster.unicodeScalars { append(scalar, to: &result) }
    }
  }

  private func append(_ scalar: Unicode.Scalar, to result: inout [Unicode.Scalar]) {
    if let bytes = UTF8.encode(scalar), let mapped = map.image(of: bytes) {
      result.append(contentsOf: mapped)
    } else {
      result.append(scalar)
    }
  }
}

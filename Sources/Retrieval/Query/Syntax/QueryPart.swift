/// One term of the sum that a query is.
package struct QueryPart: Hashable, Sendable {
  /// What a part is a vector of.
  package enum Content: Hashable, Sendable {
    /// Words and phrases, encoded as one text; never empty.
    case text([TextUnit])
    /// The picture in a file.
    case picture(path: String)
    /// The item with this id or other identifier, as an example.
    case like(identifier: String)
    /// The item with this id or other identifier, and no other; has no vector.
    case item(identifier: String)
  }

  /// Whether the part is subtracted.
  package let isNegative: Bool
  /// How much the part counts among the others; above 0.
  package let weight: Double
  /// What it is a vector of.
  package let content: Content

  /// Makes a part.
  /// - Precondition: `weight` is positive.
  package init(_ content: Content, isNegative: Bool = false, weight: Double = 1) {
    precondition(weight > 0, "a part of weight \(weight)")
    self.content = content
    self.isNegative = isNegative
    self.weight = weight
  }

  /// The weight, below 0 for a part that is subtracted.
  package var factor: Double { isNegative ? -weight : weight }
}

extension QueryPart: CustomStringConvertible {
  /// The part without its sign, as the query language writes it.
  package var description: String {
    let factor = weight == 1 ? "" : QuerySpelling.number(weight) + "*"
    switch content {
    case .text(let units):
      let words = units.map(\.description).joined(separator: " ")
      if weight == 1 { return words }
      if case .phrase = units.first, units.count == 1 { return factor + words }
      return "\(factor)(\(words))"
    case .picture(let path): return factor + "image:" + QuerySpelling.value(path)
    case .like(let identifier): return factor + "like:" + QuerySpelling.value(identifier)
    case .item(let identifier): return factor + "id:" + QuerySpelling.value(identifier)
    }
  }
}

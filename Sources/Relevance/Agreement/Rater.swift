/// Somebody, or something, whose grades are compared with others'.
package struct Rater: Sendable {
  /// The assessor's name.
  package let name: String
  /// Whether the grades were derived from what shoppers did rather than given.
  package let isImplicit: Bool

  /// Names a rater.
  package init(_ name: String, isImplicit: Bool = false) {
    self.name = name
    self.isImplicit = isImplicit
  }
}

extension Rater: Hashable {
  package static func == (left: Rater, right: Rater) -> Bool {
    left.isImplicit == right.isImplicit && left.name.utf8.elementsEqual(right.name.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(DocumentID(name))
    hasher.combine(isImplicit)
  }
}

extension Rater: Comparable {
  /// People before logs, then by the bytes of the name.
  package static func < (left: Rater, right: Rater) -> Bool {
    guard left.isImplicit == right.isImplicit else { return right.isImplicit }
    return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }
}

extension Rater: CustomStringConvertible {
  package var description: String { isImplicit ? name + " (implicit)" : name }
}

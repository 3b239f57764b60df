/// A fixed, not empty sequence of scalars.
struct LiteralPattern: TextPattern {
  private let literal: [Unicode.Scalar]

  init(_ literal: [Unicode.Scalar]) {
    self.literal = literal
  }

  func match(in text: Span<Unicode.Scalar>, from start: Int) -> Range<Int>? {
    guard text.count >= literal.count else { return nil }
    var position = start
    while position <= text.count - literal.count {
      if literal.indices.allSatisfy({ text[position + $0] == literal[$0] }) {
        return position..<position + literal.count
      }
      position += 1
    }
    return nil
  }
}

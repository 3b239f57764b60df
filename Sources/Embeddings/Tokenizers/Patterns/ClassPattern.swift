/// Any single scalar of a class.
struct ClassPattern: TextPattern {
  private let contains: @Sendable (Unicode.Scalar) -> Bool

  init(_ contains: @escaping @Sendable (Unicode.Scalar) -> Bool) {
    self.contains = contains
  }

  func match(in text: Span<Unicode.Scalar>, from start: Int) -> Range<Int>? {
    let position = text.firstIndex(from: start, where: contains)
    return position < text.count ? position..<position + 1 : nil
  }
}

extension Span<Unicode.Scalar> {
  /// The position of the first scalar at or after `start` of which `condition` holds; the end when there is none.
  @inline(__always)
  func firstIndex(from start: Int, where condition: (Unicode.Scalar) -> Bool) -> Int {
    var position = start
    while position < count, !condition(self[position]) { position += 1 }
    return position
  }

  /// The end of the run, from `start`, of scalars of which `condition` holds.
  @inline(__always)
  func endOfRun(from start: Int, where condition: (Unicode.Scalar) -> Bool) -> Int {
    var position = start
    while position < count, condition(self[position]) { position += 1 }
    return position
  }
}

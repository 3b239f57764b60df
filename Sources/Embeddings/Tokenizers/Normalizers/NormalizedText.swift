/// A text on its way through the normalizers.
struct NormalizedText {
  /// The text so far.
  var scalars: [Unicode.Scalar]
  /// Whether its first scalar stands for the first one of the whole input; `Metaspace` may ask.
  var startsAtOrigin: Bool

  /// Drops scalars.
  mutating func removeAll(where isDropped: (Unicode.Scalar) -> Bool) {
    guard let first = scalars.first else { return }
    if isDropped(first) { startsAtOrigin = false }
    scalars.removeAll(where: isDropped)
  }
}

extension String {
  /// The text of some scalars.
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

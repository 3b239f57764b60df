internal import CNcurses

/// What one cell's text becomes in the terminal's own terms.
///
/// Layout decides how many cells a cluster takes; the C library and the terminal have their own opinion of joined
/// emoji and of new characters. Where they differ the cluster is replaced, so that no column ever shifts.
struct CellText: Hashable, Sendable {
  /// One spacing character and at most four combining ones, ended by 0.
  let scalars: [wchar_t]
  /// Cells that have to be blanked after it, because it is narrower than its place.
  let trailingBlanks: Int

  /// - Parameters:
  ///   - text: one grapheme cluster.
  ///   - cells: how many cells the layout gave it, 1 or 2.
  ///   - support: what may be written.
  init(_ text: String, cells: Int, support: CharacterSupport) {
    if text.utf8.count == 1, let byte = text.utf8.first, (0x20..<0x7f).contains(byte) {
      self.init(scalars: Self.ascii[Int(byte)], trailingBlanks: cells - 1)
      return
    }
    let visible = text.unicodeScalars.filter { Self.isSafe($0) }
    guard let base = visible.first else {
      self.init(text.isEmpty ? " " : Self.replacement(support), cells: cells)
      return
    }
    if base.isASCII, visible.count == 1 {
      self.init(base, cells: cells)
      return
    }
    guard support == .unicode else {
      self.init(AsciiLookalike.of(base), cells: cells)
      return
    }
    let width = Int(nc_width(wchar_t(base.value)))
    guard width > 0, width <= cells else {
      self.init(Self.replacement(support), cells: cells)
      return
    }
    let marks = visible.dropFirst().filter { nc_width(wchar_t($0.value)) == 0 }.prefix(4)
    // A cluster of several spacing characters is a joined emoji or a flag: its first character stands for it.
    self.init(
      scalars: [wchar_t(base.value)] + marks.map { wchar_t($0.value) } + [0], trailingBlanks: cells - width)
  }

  /// Nearly all cells hold one of these; made once, because a frame has thousands.
  private static let ascii = (0..<0x7f).map { [wchar_t($0), 0] }

  private init(_ scalar: Unicode.Scalar, cells: Int) {
    self.init(scalars: [wchar_t(scalar.value), 0], trailingBlanks: cells - 1)
  }

  private init(scalars: [wchar_t], trailingBlanks: Int) {
    self.scalars = scalars
    self.trailingBlanks = trailingBlanks
  }

  private static func replacement(_ support: CharacterSupport) -> Unicode.Scalar {
    support == .unicode ? "\u{fffd}" : "?"
  }

  /// Whether a scalar can neither steer a terminal nor join or reorder what stands beside it.
  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: false
    default: !scalar.properties.isVariationSelector
    }
  }
}

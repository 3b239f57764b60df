/// Text of foreign origin, made fit for a message.
struct ServerText {
  private static let longest = 300

  /// The text in one line without control characters or direction marks, cut when it is long.
  let shown: String

  init(_ text: String) {
    var scalars = String.UnicodeScalarView()
    var isAfterBlank = true
    for scalar in text.unicodeScalars {
      let isBlank = scalar.properties.isWhitespace || Self.isControl(scalar)
      if isBlank, isAfterBlank { continue }
      scalars.append(isBlank ? " " : scalar)
      isAfterBlank = isBlank
      if scalars.count > Self.longest {
        scalars.append("…")
        break
      }
    }
    if scalars.last == " " { scalars.removeLast() }
    shown = String(scalars)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
    default: false
    }
  }
}

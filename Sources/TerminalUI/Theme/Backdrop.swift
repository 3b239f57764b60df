/// What is known of the background that text stands on; it is the terminal's own and never painted.
package enum Backdrop: Hashable, Sendable {
  /// Nothing: colours have to be legible on dark and on light.
  case unknown
  /// Dark, but not how dark.
  case dark
  /// Light, but not how light.
  case light
  /// The colour, as the terminal reported it.
  case exact(Colour)

  /// Whether dark or light text stands out from it; `nil` when it is not known.
  package var isDark: Bool? {
    switch self {
    case .unknown: nil
    case .dark: true
    case .light: false
    case .exact(let colour): colour.contrast(with: .white) >= colour.contrast(with: .black)
    }
  }

  /// What the environment lets one guess before the terminal has answered, if it ever does.
  ///
  /// `COLORFGBG` is `15;0` or `15;default;0`, the last the number of the background among the sixteen colours; the
  /// Linux console is black.
  package init(environment: [String: String]) {
    if let number = environment["COLORFGBG"]?.split(separator: ";").last.flatMap({ Int($0) }),
      (0...15).contains(number)
    {
      // 7 and 9…15 are the light ones, 8 is a dark grey.
      self = number == 7 || number > 8 ? .light : .dark
    } else {
      self = environment["TERM"] == "linux" ? .dark : .unknown
    }
  }
}

/// A theme as the user names it.
package enum ThemeChoice: String, CaseIterable, Hashable, Sendable {
  /// Dark or light, as the terminal's background is; middle tones while that is not known.
  case auto
  /// For a dark background.
  case dark
  /// For a light background.
  case light
  /// Contrast of 7 and more, on dark or light as the background is.
  case highContrast = "high-contrast"
  /// Colours that people who confuse red and green tell apart, and a shape beside each grade.
  case colourBlind = "colour-blind"
  /// Middle tones that can be read on black and on white.
  case neutral

  /// Whether grades are shown by a shape beside their digit.
  package var hasShapes: Bool { self == .colourBlind }

  /// Whether the terminal's background makes a difference.
  package var followsBackground: Bool { self != .neutral }

  /// The theme for a background.
  ///
  /// Whoever chooses dark or light is believed against a terminal that reports the contrary.
  package func theme(on backdrop: Backdrop) -> Theme {
    let theme = family(on: backdrop)
    guard followsBackground, case .exact(let colour) = backdrop else { return theme }
    let contradicts =
      (self == .dark && backdrop.isDark == false) || (self == .light && backdrop.isDark == true)
    return contradicts ? theme : theme.adapted(to: colour)
  }

  private func family(on backdrop: Backdrop) -> Theme {
    switch self {
    case .dark: .dark
    case .light: .light
    case .neutral: .neutral
    case .auto: backdrop.isDark.map { $0 ? .dark : .light } ?? .neutral
    case .highContrast: backdrop.isDark.map { $0 ? .highContrastDark : .highContrastLight } ?? .highContrast
    case .colourBlind: backdrop.isDark.map { $0 ? .colourBlindDark : .colourBlindLight } ?? .colourBlind
    }
  }
}

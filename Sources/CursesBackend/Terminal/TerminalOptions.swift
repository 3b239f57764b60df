package import TerminalUI

/// What the user chose about the terminal, and the environment it is judged by.
package struct TerminalOptions: Hashable, Sendable {
  /// How pictures may be shown.
  package enum Images: String, CaseIterable, Hashable, Sendable {
    /// What the terminal says it can, sixel before the others; else half blocks where it has the colours, else none.
    case auto
    /// Sixel, whatever the terminal says.
    case sixel
    /// kitty's graphics protocol, whatever the terminal says.
    case kitty
    /// iTerm2's inline pictures, whatever the terminal says.
    case iterm2
    /// Half blocks.
    case blocks
    /// No pictures.
    case none

    /// The protocol that was asked for by name.
    var graphics: GraphicsProtocol? {
      switch self {
      case .sixel: .sixel
      case .kitty: .kitty
      case .iterm2: .iterm2
      case .auto, .blocks, .none: nil
      }
    }

    /// Whether pixels may be sent.
    var mayBePixels: Bool { self == .auto || graphics != nil }
  }

  /// How pictures may be shown.
  package var images: Images
  /// The colours.
  package var theme: ThemeChoice
  /// Whether the terminal is asked to report the mouse.
  package var hasMouse: Bool
  /// The most colours of a sixel picture, 2…256: fewer are fewer bytes on a slow link.
  package var sixelColours: Int
  /// The most bytes of pictures that are written without a look at the keyboard; `nil` for no limit.
  package var imageBudget: Int?
  /// `TERM`, `COLORTERM`, `NO_COLOR` and the locale are read from here.
  package var environment: [String: String]

  /// Makes options.
  package init(
    images: Images = .auto, theme: ThemeChoice = .auto, hasMouse: Bool = false, sixelColours: Int = 128,
    imageBudget: Int? = nil, environment: [String: String]
  ) {
    self.images = images
    self.theme = theme
    self.hasMouse = hasMouse
    self.sixelColours = min(256, max(2, sixelColours))
    self.imageBudget = imageBudget
    self.environment = environment
  }

  /// Whether the user asked every program for text without colour (no-color.org).
  var isColourless: Bool { !(environment["NO_COLOR"] ?? "").isEmpty }

  /// Whether the terminal is announced to show 24-bit colour.
  var announcesTrueColour: Bool { ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "") }
}

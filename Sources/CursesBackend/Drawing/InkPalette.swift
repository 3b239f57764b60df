internal import CNcurses
internal import TerminalUI

/// What each ink looks like with the colours a terminal has.
struct InkPalette: Hashable, Sendable {
  /// How many colours can be used.
  enum Depth: Int, Hashable, Sendable {
    case none = 0
    case eight = 8
    case sixteen = 16
    case many = 256
  }

  /// A foreground colour by the terminal's number, or -1 for its own, and attributes.
  struct Look: Hashable, Sendable {
    let colour: Int32
    let attributes: attr_t
  }

  let depth: Depth
  let theme: TerminalOptions.Theme

  /// How an ink is drawn.
  func look(of ink: Ink) -> Look {
    switch depth {
    case .none: Look(colour: -1, attributes: Self.monochrome(ink))
    case .eight: Self.basic(ink)
    case .sixteen: ink == .muted || ink == .grade0 ? Look(colour: 8, attributes: NC_NORMAL) : Self.basic(ink)
    case .many: Look(colour: Self.indexed(ink, theme), attributes: Self.emphasis(ink))
    }
  }

  /// Without colour, weight tells what acts and what recedes; numbers and arrows carry the rest.
  private static func monochrome(_ ink: Ink) -> attr_t {
    switch ink {
    case .plain, .up, .down, .grade1: NC_NORMAL
    case .muted, .grade0: NC_DIM
    case .accent, .grade2, .grade3: NC_BOLD
    case .warning: NC_REVERSE
    }
  }

  private static func basic(_ ink: Ink) -> Look {
    switch ink {
    case .plain: Look(colour: -1, attributes: NC_NORMAL)
    case .muted, .grade0: Look(colour: -1, attributes: NC_DIM)
    case .accent, .grade2: Look(colour: 6, attributes: NC_NORMAL)
    case .warning: Look(colour: 1, attributes: NC_BOLD)
    case .up, .grade3: Look(colour: 2, attributes: NC_NORMAL)
    case .down: Look(colour: 1, attributes: NC_NORMAL)
    case .grade1: Look(colour: 3, attributes: NC_NORMAL)
    }
  }

  private static func emphasis(_ ink: Ink) -> attr_t {
    ink == .grade3 || ink == .warning ? NC_BOLD : NC_NORMAL
  }

  /// Numbers of the 256-colour table, against a middle, dark and light background.
  private static func indexed(_ ink: Ink, _ theme: TerminalOptions.Theme) -> Int32 {
    let (neutral, dark, light): (Int32, Int32, Int32) =
      switch ink {
      case .plain: (-1, -1, -1)
      case .muted, .grade0: (244, 245, 242)
      case .accent: (33, 75, 25)
      case .warning: (166, 215, 130)
      case .up: (35, 78, 28)
      case .down: (167, 203, 124)
      case .grade1: (136, 179, 94)
      case .grade2: (37, 80, 30)
      case .grade3: (35, 114, 28)
      }
    return switch theme {
    case .neutral: neutral
    case .dark: dark
    case .light: light
    }
  }
}

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
  let theme: Theme
  /// Whether faint text can be read: consoles of eight colours draw it in a grey that can't.
  let canDim: Bool
  /// By ink: every frame asks for all of them.
  private var looks: [Look] = []

  /// Makes a palette; `canDim` says whether the terminal draws faint text legibly.
  init(depth: Depth, theme: Theme, canDim: Bool = true) {
    self.depth = depth
    self.theme = theme
    self.canDim = canDim && theme.mayDim
    looks = Ink.allCases.map(chosenLook)
  }

  /// How an ink is drawn.
  func look(of ink: Ink) -> Look { looks[Int(ink.rawValue)] }

  private func chosenLook(_ ink: Ink) -> Look {
    let look = theme.look(of: ink)
    let weight = look.isBold ? NC_BOLD : NC_NORMAL
    if depth == .many {
      let number = look.colour.map { Int32(IndexedColours.nearest(to: $0)) }
      return Look(colour: number ?? -1, attributes: weight)
    }
    // Beyond the eight there are only the user's own shades of them, one of which is often the background.
    if depth != .none, theme.hasBasicColours {
      return Look(colour: look.basic.map(Int32.init) ?? -1, attributes: weight)
    }
    return Look(colour: -1, attributes: monochrome(ink))
  }

  /// Without colour, weight tells what acts and what recedes; numbers and arrows carry the rest.
  private func monochrome(_ ink: Ink) -> attr_t {
    switch ink {
    case .plain, .up, .down, .grade1: NC_NORMAL
    case .muted, .grade0: canDim ? NC_DIM : NC_NORMAL
    case .accent, .grade2, .grade3: NC_BOLD
    case .warning: NC_REVERSE
    }
  }
}

extension Theme {
  /// Whether it says what to do with eight colours; a theme for an unknown background does not, because none of the
  /// eight can be read on black and on white.
  fileprivate var hasBasicColours: Bool { Ink.allCases.contains { look(of: $0).basic != nil } }
}

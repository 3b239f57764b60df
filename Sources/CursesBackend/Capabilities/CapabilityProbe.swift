internal import TerminalUI

/// Finds out what the terminal can show from what it answers.
///
/// All questions go out in one write, DA1 last: every terminal answers that, in order, so its reply is the fence.
struct CapabilityProbe: Hashable {
  /// XTSMGRAPHICS registers and extent, cell and window size in pixels, sixel display mode.
  private static let pictureQuestions = "\u{1b}[?1;1;0S\u{1b}[?2;1;0S\u{1b}[16t\u{1b}[14t\u{1b}[?80$p"
  /// XTVERSION, iTerm2's cell size, kitty's graphics: strings, which some terminals print rather than swallow.
  private static let stringQuestions =
    "\u{1b}[>q\u{1b}]1337;ReportCellSize\u{1b}\\" + KittyCommand.question
  /// OSC 11: the colour of the background.
  private static let backgroundQuestion = "\u{1b}]11;?\u{1b}\\"
  /// DA1.
  private static let fence = "\u{1b}[c"

  /// What to ask, in one piece; empty when there is nothing to ask about.
  ///
  /// Multiplexers and consoles don't pass strings on, and make titles or letters of some: `environment` tells.
  static func questions(
    aboutPictures: Bool, aboutBackground: Bool, environment: [String: String]
  ) -> [UInt8] {
    guard aboutPictures || aboutBackground else { return [] }
    let pictures = pictureQuestions + (takesStrings(environment) ? stringQuestions : "")
    return Array(
      ((aboutBackground ? backgroundQuestion : "") + (aboutPictures ? pictures : "") + fence).utf8)
  }

  /// Whether nothing is known to stand between the program and a terminal that swallows what it does not know.
  private static func takesStrings(_ environment: [String: String]) -> Bool {
    let type = environment["TERM"] ?? ""
    let isInside = ["TMUX", "STY"].contains { !(environment[$0] ?? "").isEmpty }
    return !isInside && !["tmux", "screen", "linux"].contains { type.hasPrefix($0) }
  }

  /// The cell size again, after the window changed.
  static let cellQuestion = Array("\u{1b}[16t".utf8)

  private(set) var isComplete = false
  private(set) var hasSixel = false
  /// Whether the terminal answered a question of kitty's graphics protocol as one that knows it does.
  private(set) var hasKitty = false
  /// Name and version of the terminal, as it says.
  private(set) var version: String?
  /// The cell as iTerm2 reports it.
  private(set) var inlineCell: PixelExtent?
  private(set) var colourRegisters: Int?
  private(set) var maximum: PixelExtent?
  /// The colour that text stands on.
  private(set) var background: Colour?
  private var cell: PixelExtent?
  /// The cell as the terminal itself gave it.
  var reportedCell: PixelExtent? { cell }
  private var textArea: PixelExtent?
  /// Whether DECSDM is set, in which sixels ignore the cursor and always start in the corner.
  private(set) var displaysSixelsInCorner = false

  /// Whether the terminal shows iTerm2's inline pictures: it says that it is iTerm2, or answers its question.
  var hasInlinePictures: Bool { inlineCell != nil || version?.hasPrefix("iTerm2") == true }

  /// The protocol to use of those that the terminal announces: sixel, which is tried on most terminals, before the others.
  var announced: GraphicsProtocol? {
    if hasSixel { return .sixel }
    if hasKitty { return .kitty }
    return hasInlinePictures ? .iterm2 : nil
  }

  /// Takes an answer, also one that comes late.
  mutating func take(_ reply: TerminalReply) {
    switch reply {
    case .primaryAttributes(let attributes):
      hasSixel = attributes.dropFirst().contains(4)
      isComplete = true
    case .privateMode(80, let setting):
      displaysSixelsInCorner = setting == 1
    case .graphics(1, 0, let values) where values.count == 1 && values[0] > 1:
      colourRegisters = values[0]
    case .graphics(2, 0, let values) where values.count == 2 && values[0] > 0 && values[1] > 0:
      maximum = PixelExtent(width: values[0], height: values[1])
    case .window(6, let values) where values.count == 2 && values[0] > 0 && values[1] > 0:
      cell = PixelExtent(width: values[1], height: values[0])
    case .window(4, let values) where values.count == 2 && values[0] > 0 && values[1] > 0:
      textArea = PixelExtent(width: values[1], height: values[0])
    case .background(let colour):
      background = colour
    case .version(let text):
      version = text
    case .kittyGraphics(KittyCommand.questionID, let message):
      hasKitty = message == "OK"
    case .inlineCell(let width, let height) where width > 0 && height > 0:
      inlineCell = PixelExtent(width: width, height: height)
    default:
      break
    }
  }

  /// Forgets what a new window makes wrong; the cell stays as it was until the terminal says otherwise.
  mutating func windowChanged() {
    textArea = nil
  }

  /// The pixels of one cell: as reported, else from the text area, else from the kernel, else a usual size.
  ///
  /// The kernel's pixels are asked last because multiplexers invent them; they only matter where sixel works.
  func cellSize(window: Size, kernelPixels: PixelExtent) -> PixelExtent {
    if let cell = cell ?? inlineCell { return cell }
    for area in [textArea, kernelPixels].compactMap(\.self) {
      let size = PixelExtent(
        width: area.width / max(1, window.columns), height: area.height / max(1, window.rows))
      if size.width > 0, size.height > 0 { return size }
    }
    return PixelExtent(width: 10, height: 20)
  }
}

/// A way of sending pixels to a terminal.
enum GraphicsProtocol: Hashable {
  case sixel, kitty, iterm2

  /// How pictures are shown by it.
  func support(cell: PixelExtent) -> PictureSupport {
    switch self {
    case .sixel: .sixel(cellWidth: cell.width, cellHeight: cell.height)
    case .kitty: .kitty(cellWidth: cell.width, cellHeight: cell.height)
    case .iterm2: .iterm2(cellWidth: cell.width, cellHeight: cell.height)
    }
  }
}

/// A size in pixels.
struct PixelExtent: Hashable {
  var width: Int
  var height: Int
}

internal import TerminalUI

/// Finds out what the terminal can show from what it answers.
///
/// All questions go out in one write, DA1 last: every terminal answers that, in order, so its reply is the fence.
struct CapabilityProbe: Hashable {
  /// XTSMGRAPHICS registers and extent, cell and window size in pixels, sixel display mode.
  private static let pictureQuestions = "\u{1b}[?1;1;0S\u{1b}[?2;1;0S\u{1b}[16t\u{1b}[14t\u{1b}[?80$p"
  /// OSC 11: the colour of the background.
  private static let backgroundQuestion = "\u{1b}]11;?\u{1b}\\"
  /// DA1.
  private static let fence = "\u{1b}[c"

  /// What to ask, in one piece; empty when there is nothing to ask about.
  static func questions(aboutPictures: Bool, aboutBackground: Bool) -> [UInt8] {
    guard aboutPictures || aboutBackground else { return [] }
    return Array(
      ((aboutBackground ? backgroundQuestion : "") + (aboutPictures ? pictureQuestions : "") + fence).utf8)
  }

  /// The cell size again, after the window changed.
  static let cellQuestion = Array("\u{1b}[16t".utf8)

  private(set) var isComplete = false
  private(set) var hasSixel = false
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
    if let cell { return cell }
    for area in [textArea, kernelPixels].compactMap(\.self) {
      let size = PixelExtent(
        width: area.width / max(1, window.columns), height: area.height / max(1, window.rows))
      if size.width > 0, size.height > 0 { return size }
    }
    return PixelExtent(width: 10, height: 20)
  }
}

/// A size in pixels.
struct PixelExtent: Hashable {
  var width: Int
  var height: Int
}

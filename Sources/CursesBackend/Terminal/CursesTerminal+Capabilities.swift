internal import CTerminal
internal import TerminalUI

extension CursesTerminal {
  /// How long the terminal's answers are waited for before pictures are drawn without knowing them.
  package static let answerLimit = Duration.milliseconds(300)

  /// Asks the terminal what it can show; to be called once, after the first frame of text.
  ///
  /// Returns at once. `readEvents()` reports `.capabilitiesKnown` when the answers come or `answerLimit` passes, and
  /// again should they come later than that or change what was said.
  package func requestCapabilities() {
    guard announced == nil, answersDue == nil else { return }
    let questions = CapabilityProbe.questions(
      aboutPictures: canShowPixels, aboutBackground: followsBackground, environment: options.environment)
    // Pictures that depend on no answer wait for none.
    answersDue = canShowPixels ? .now + Self.answerLimit : .now
    guard !questions.isEmpty else { return }
    output.write(questions)
    expectReplies()
  }

  /// Takes an answer of the terminal, however late.
  func take(_ reply: TerminalReply) -> [TerminalInput] {
    probe.take(reply)
    if case .background(let colour) = reply { followBackground(colour) }
    if probe.displaysSixelsInCorner, !changedSixelDisplay {
      changedSixelDisplay = true
      output.write(Array("\u{1b}[?80l".utf8))
    }
    guard probe.isComplete else { return announced == nil ? [] : announce() }
    decoder.awaitsReplies = false
    repliesExpectedUntil = nil
    return announce()
  }

  /// Looks at the cell size again after the window changed; a new font changes it.
  func reconsiderCells() -> [TerminalInput] {
    guard let announced, announced != .none, announced != .blocks else { return [] }
    probe.windowChanged()
    output.write(CapabilityProbe.cellQuestion)
    expectReplies()
    return announce()
  }

  /// Does what is due by the clock.
  func takeDeadlines() -> [TerminalInput] {
    let now = ContinuousClock.now
    if let until = repliesExpectedUntil, now >= until {
      decoder.awaitsReplies = false
      repliesExpectedUntil = nil
    }
    guard let due = answersDue, now >= due else { return [] }
    return announce()
  }

  /// Whether the colours depend on the background.
  private var followsBackground: Bool { palette.depth != .none && options.theme.followsBackground }

  /// Takes the colours for a background; the next frame shows them.
  private func followBackground(_ colour: Colour) {
    let former = palette
    palette = InkPalette(
      depth: former.depth, theme: options.theme.theme(on: .exact(colour)), canDim: former.canDim)
    if let announced { renderer = renderer(for: announced) }
    if followsBackground, palette != former { recolour() }
  }

  private func expectReplies() {
    decoder.awaitsReplies = true
    repliesExpectedUntil = .now + Self.replyPatience
  }

  private func announce() -> [TerminalInput] {
    answersDue = nil
    let support = support
    guard support != announced else { return [] }
    // Pictures for other cells than before: whatever is painted goes. Nothing is before the first announcement.
    if announced != nil { invalidate() }
    announced = support
    renderer = renderer(for: support)
    return [.event(.capabilitiesKnown(support))]
  }

  /// Sentinel cells need characters that only UTF-8 has.
  private var canShowPixels: Bool { characters == .unicode && options.images.mayBePixels }

  private var canShowBlocks: Bool {
    characters == .unicode && options.images != .none && !options.isColourless
      && (palette.depth == .many || options.announcesTrueColour)
  }

  private var support: PictureSupport {
    if canShowPixels, let graphics = options.images.graphics ?? probe.announced {
      let window = assay_get_window_size(output.descriptor)
      return graphics.support(
        cell: probe.cellSize(
          window: size,
          kernelPixels: PixelExtent(width: Int(window.pixel_width), height: Int(window.pixel_height))))
    }
    return canShowBlocks ? .blocks : .none
  }

  private func renderer(for support: PictureSupport) -> PictureRenderer? {
    method(for: support).map {
      PictureRenderer($0, budget: options.imageBudget, background: pictureBackground)
    }
  }

  private func method(for support: PictureSupport) -> PictureRenderer.Method? {
    switch support {
    case .none: nil
    case .blocks: options.announcesTrueColour ? .trueColourBlocks : .blocks
    case .kitty(let width, let height): .kitty(cellWidth: width, cellHeight: height)
    case .iterm2(let width, let height): .iterm2(cellWidth: width, cellHeight: height)
    case .sixel(let width, let height):
      .sixel(
        cellWidth: width, cellHeight: height,
        colours: min(options.sixelColours, probe.colourRegisters ?? options.sixelColours),
        // What VT340s and xterm take when they don't say.
        maximumWidth: probe.maximum?.width ?? 1000, maximumHeight: probe.maximum?.height ?? 1000)
    }
  }

  /// What transparent pixels show: the background as the terminal told it, or as the chosen theme or the environment
  /// makes it likely.
  private var pictureBackground: Colour? {
    if let colour = probe.background { return colour }
    switch options.theme {
    case .dark: return .black
    case .light: return .white
    default: return Backdrop(environment: options.environment).isDark.map { $0 ? .black : .white }
    }
  }
}

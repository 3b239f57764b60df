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
      aboutPictures: canShowSixels, aboutBackground: followsBackground)
    // Pictures that depend on no answer wait for none.
    answersDue = canShowSixels ? .now + Self.answerLimit : .now
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
    guard case .sixel? = announced else { return [] }
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
  private var canShowSixels: Bool {
    characters == .unicode && (options.images == .auto || options.images == .sixel)
  }

  private var canShowBlocks: Bool {
    characters == .unicode && options.images != .none && !options.isColourless
      && (palette.depth == .many || options.announcesTrueColour)
  }

  private var support: PictureSupport {
    if canShowSixels, probe.hasSixel || options.images == .sixel {
      let window = assay_get_window_size(output.descriptor)
      let cell = probe.cellSize(
        window: size,
        kernelPixels: PixelExtent(width: Int(window.pixel_width), height: Int(window.pixel_height)))
      return .sixel(cellWidth: cell.width, cellHeight: cell.height)
    }
    return canShowBlocks ? .blocks : .none
  }

  private func renderer(for support: PictureSupport) -> PictureRenderer? {
    switch support {
    case .none:
      nil
    case .blocks:
      PictureRenderer(options.announcesTrueColour ? .trueColourBlocks : .blocks)
    case .sixel(let width, let height):
      PictureRenderer(
        .sixel(
          cellWidth: width, cellHeight: height,
          colours: min(options.sixelColours, probe.colourRegisters ?? options.sixelColours),
          // What VT340s and xterm take when they don't say.
          maximumWidth: probe.maximum?.width ?? 1000, maximumHeight: probe.maximum?.height ?? 1000))
    }
  }
}

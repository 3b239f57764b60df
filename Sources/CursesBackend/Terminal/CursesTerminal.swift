internal import CNcurses
internal import CTerminal
internal import Glibc
package import TerminalUI

/// The terminal the program runs in: ncurses for the cells, bytes of our own for pictures, questions and keys.
///
/// Belongs to one thread, the one that made it; there can be one at a time. The loop around it is
/// `present` → `presentPictures` → `wait` → `readEvents`. `close()` gives the terminal back as it was; so do a crash,
/// and `suspend()` for as long as the program is stopped.
package final class CursesTerminal {
  /// The least window the interface starts in.
  package static let leastSize = Size(columns: 40, rows: 10)

  /// The window's cells, as of the last `readEvents()`.
  package internal(set) var size: Size
  /// What pictures are to be rendered for; `nil` while that is unknown or when none can be shown.
  package internal(set) var renderer: PictureRenderer?

  let options: TerminalOptions
  let input: Int32
  let output: TerminalOutput
  let characters: CharacterSupport
  /// How inks look; changes when the terminal tells its background.
  var palette: InkPalette
  let signals: Int32

  // Input
  var decoder = KeyDecoder()
  var lastByte = ContinuousClock.now
  var hasHungUp = false
  // Capabilities
  var probe = CapabilityProbe()
  var announced: PictureSupport?
  var answersDue: ContinuousClock.Instant?
  var repliesExpectedUntil: ContinuousClock.Instant?
  var changedSixelDisplay = false
  // What is on the glass
  var ledger = PictureLedger()
  var stored = StoredPictures()
  var blocks = BlockAdmission()
  var glyphs: [Glyph]?
  var isCursorVisible = false

  private let handle: OpaquePointer
  private let streams: [UnsafeMutablePointer<FILE>]
  private let restoration: [UInt8]
  private var isClosed = false

  /// Takes the terminal over: alternate screen, raw keys, bracketed paste.
  ///
  /// - Parameters:
  ///   - options: what the user chose.
  ///   - input: the descriptor keys come from.
  ///   - output: the descriptor of the same terminal that frames go to.
  /// - Throws: `TerminalError` when there is no terminal to take over or it is unfit; then no byte was written to it.
  package init(options: TerminalOptions, input: Int32 = 0, output: Int32 = 1) throws(TerminalError) {
    let (type, size) = try Self.usable(options, input: input, output: output)
    self.options = options
    self.size = size
    self.input = input
    self.output = TerminalOutput(descriptor: output)
    characters = .settingLocale(from: options.environment)
    signals = assay_watch_signals()
    guard signals >= 0 else { throw .system(call: "pipe", code: errno) }
    streams = [fdopen(dup(output), "w"), fdopen(dup(input), "r")].compactMap(\.self)
    guard streams.count == 2 else { throw .system(call: "fdopen", code: errno) }

    use_env(false)  // LINES and COLUMNS of the environment are not the window
    use_tioctl(true)
    restoration = Self.restoration(withMouse: options.hasMouse)
    let guarded = assay_guard_arm(input, output, restoration.map(CChar.init(bitPattern:)), restoration.count)
    guard guarded == 0 else { throw .system(call: "tcgetattr", code: guarded) }
    guard let handle = newterm(type, streams[0], streams[1]) else {
      assay_guard_disarm()
      assay_unwatch_signals()
      throw .unknownType(type)
    }
    self.handle = handle
    let depth = Self.startColours(options)
    palette = InkPalette(
      depth: depth, theme: options.theme.theme(on: Backdrop(environment: options.environment)),
      canDim: nc_colours() != 8)
    Self.setModes()
    _ = resizeterm(Int32(size.rows), Int32(size.columns))
    self.output.write(modesOn)
  }

  /// Checks, without writing anything, whether a terminal can be taken over, for work that is to be done before it is.
  /// - Throws: `TerminalError`, as making one would.
  package static func check(
    _ options: TerminalOptions, input: Int32 = 0, output: Int32 = 1
  ) throws(TerminalError) {
    _ = try usable(options, input: input, output: output)
  }

  deinit { close() }

  /// Gives the terminal back as it was found; later calls do nothing.
  package func close() {
    guard !isClosed else { return }
    isClosed = true
    leave()
    delscreen(handle)
    for stream in streams { fclose(stream) }
    assay_unwatch_signals()
  }

  /// Gives the terminal to the shell, stops the program, and takes the terminal back once it is continued.
  ///
  /// The next frame repaints everything. The window may have changed meanwhile: `readEvents()` tells.
  /// - Parameter stop: what stops the program; only tests replace it.
  package func suspend(stop: () -> Void = { assay_stop_group() }) {
    leave()
    stop()
    enter()
  }

  /// Makes the next frame write every cell and picture anew: after another program wrote to the terminal.
  package func invalidate() {
    _ = clearok(nc_curscr(), true)
    ledger.eraseAll()
    // Clearing the screen makes terminals drop what they keep.
    _ = ledger.takeLeftovers()
    output.write(stored.forgetAll())
    glyphs = nil
  }

  /// Sets the terminal's modes again after the program was stopped, with or without being asked.
  func enter() {
    if !isendwin() { endwin() }
    assay_guard_arm(input, output.descriptor, restoration.map(CChar.init(bitPattern:)), restoration.count)
    _ = reset_prog_mode()
    output.write(modesOn)
    invalidate()
  }

  private func leave() {
    output.write(stored.forgetAll() + modesOff + (changedSixelDisplay ? Array("\u{1b}[?80h".utf8) : []))
    endwin()
    assay_guard_disarm()
  }
}

// MARK: - Setting up

extension CursesTerminal {
  private static let pasteOn = Array("\u{1b}[?2004h".utf8)
  private static let pasteOff = Array("\u{1b}[?2004l".utf8)
  /// Presses and releases, moves while a button is down, in the form that has no limit of columns.
  private static let mouseOn = Array("\u{1b}[?1002h\u{1b}[?1006h".utf8)
  private static let mouseOff = Array("\u{1b}[?1006l\u{1b}[?1002l".utf8)

  private var modesOn: [UInt8] { Self.pasteOn + (options.hasMouse ? Self.mouseOn : []) }
  private var modesOff: [UInt8] { (options.hasMouse ? Self.mouseOff : []) + Self.pasteOff }

  /// The type and size of the terminal, when they are such that it can be drawn on; writes nothing.
  private static func usable(
    _ options: TerminalOptions, input: Int32, output: Int32
  ) throws(TerminalError) -> (type: String, size: Size) {
    let type = try usableType(options.environment["TERM"], input: input, output: output)
    let size = Size(terminal: output) ?? Size(columns: 80, rows: 24)
    guard size.columns >= leastSize.columns, size.rows >= leastSize.rows else {
      throw .tooSmall(size, least: leastSize)
    }
    return (type, size)
  }

  private static func usableType(_ type: String?, input: Int32, output: Int32) throws(TerminalError) -> String
  {
    if isatty(input) == 0 { throw .notATerminal(stream: "the input") }
    if isatty(output) == 0 { throw .notATerminal(stream: "the output") }
    guard let type, !type.isEmpty else { throw .noType }
    var result: Int32 = 0
    guard setupterm(type, output, &result) == OK else {
      // 1: the database knows the type, as a printer.
      throw result == 1 ? .dumb(type: type) : .unknownType(type)
    }
    guard nc_capability("cup") != nil, nc_capability("clear") != nil else { throw .dumb(type: type) }
    return type
  }

  /// What a crash writes: the end of an unfinished sixel, and the way out of every mode.
  ///
  /// Read while the entry that `setupterm` found is current.
  private static func restoration(withMouse hasMouse: Bool) -> [UInt8] {
    // Terminfo writes delays as $<5>; none of today's terminals needs one.
    let sequences = ["sgr0", "rmcup", "cnorm"].map { name -> String in
      guard let sequence = nc_capability(name) else { return "" }
      return String(cString: sequence).split(separator: "$<").first.map(String.init) ?? ""
    }
    return Array("\u{1b}\\".utf8) + (hasMouse ? mouseOff : []) + pasteOff + sequences.joined().utf8
  }

  private static func startColours(_ options: TerminalOptions) -> InkPalette.Depth {
    guard !options.isColourless, start_color() == OK else { return .none }
    _ = use_default_colors()
    switch nc_colours() {
    case 256: return .many
    case 16...255: return .sixteen
    // Types with direct colour keep only the first eight numbers as colours.
    case 8...: return .eight
    default: return .none
    }
  }

  private static func setModes() {
    _ = raw()
    _ = noecho()
    _ = nonl()
    // Nothing may move cells under a picture, and input that is waiting must not cut a frame short.
    _ = idlok(nc_stdscr(), false)
    idcok(nc_stdscr(), false)
    _ = scrollok(nc_stdscr(), false)
    _ = typeahead(-1)
    _ = curs_set(0)
  }
}

internal import CNcurses
internal import CTerminal
internal import Glibc
package import TerminalUI

/// What a terminal says of itself when the questions of the explorer are put to it, and what the explorer makes of it.
package struct TerminalSurvey: Hashable, Sendable {
  /// One question with its answer.
  package struct Answer: Hashable, Sendable {
    /// What was asked, in words.
    package let question: String
    /// What came back, in words; `nil` when nothing did.
    package let answer: String?
  }

  /// `TERM`, as far as it is set.
  package let type: String?
  /// The window's cells; `nil` when the terminal does not say.
  package let window: Size?
  /// How many colours the database says the terminal has; 0 for none or an unknown type.
  package let colours: Int
  /// Whether the database of terminals knows the type.
  package let isKnown: Bool
  /// Whether characters beyond ASCII can be written.
  package let isUnicode: Bool
  /// Questions and answers, in the order in which they were put.
  package let answers: [Answer]
  /// The background, if the terminal told.
  package let background: Colour?
  /// The theme that is used.
  package let theme: String
  /// How pictures are shown.
  package let pictures: PictureSupport
  /// How many cells a wide character took, which is to be 2; `nil` when the terminal did not say.
  package let wideColumns: Int?
  /// How long the last answer took; `nil` when not all came.
  package let answered: Duration?

  /// Puts the questions; the terminal is left as it was, and nothing stays on the screen.
  ///
  /// `nil` when the descriptors are no terminal. Takes at most `CursesTerminal.answerLimit`.
  package init?(_ options: TerminalOptions, input: Int32 = 0, output: Int32 = 1) {
    guard isatty(input) == 1, isatty(output) == 1 else { return nil }
    type = options.environment["TERM"]
    window = Size(terminal: output)
    var result: Int32 = 0
    isKnown = type.map { setupterm($0, output, &result) == OK } ?? false
    colours = isKnown ? max(0, Int(tigetnum("colors"))) : 0
    isUnicode = CharacterSupport.settingLocale(from: options.environment) == .unicode
    let canAnswer = isKnown && nc_capability("cup") != nil
    let reading =
      canAnswer ? Self.ask(options, input: input, output: output, isUnicode: isUnicode) : Reading()
    background = reading.probe.background
    wideColumns = reading.wideColumns
    answered = reading.answered
    answers = reading.answers(isUnicode: isUnicode)
    let backdrop = background.map { Backdrop.exact($0) } ?? Backdrop(environment: options.environment)
    theme = options.isColourless ? "none (NO_COLOR)" : options.theme.theme(on: backdrop).name
    let kernel = assay_get_window_size(output)
    let cell = reading.probe.cellSize(
      window: window ?? Size(columns: 80, rows: 24),
      kernelPixels: PixelExtent(width: Int(kernel.pixel_width), height: Int(kernel.pixel_height)))
    if isUnicode, options.images.mayBePixels,
      let graphics = options.images.graphics ?? reading.probe.announced
    {
      pictures = graphics.support(cell: cell)
    } else {
      let hasColours = !options.isColourless && (colours == 256 || options.announcesTrueColour)
      pictures = isUnicode && hasColours && options.images != .none ? .blocks : .none
    }
  }

  /// What came back.
  private struct Reading {
    var probe = CapabilityProbe()
    var wideColumns: Int?
    var answered: Duration?
    var attributes: [Int]?

    func answers(isUnicode: Bool) -> [Answer] {
      let extent = probe.maximum.map { ", pictures up to \($0.width)×\($0.height)" } ?? ""
      let registers = probe.colourRegisters.map { ", \($0) colour registers" } ?? ""
      return [
        Answer(question: "background (OSC 11)", answer: probe.background.map(\.hexadecimal)),
        Answer(
          question: "cell size (CSI 16 t)",
          answer: probe.reportedCell.map { "\($0.width)×\($0.height) pixels" }),
        Answer(question: "name (XTVERSION)", answer: probe.version),
        Answer(
          question: "inline pictures (OSC 1337 ReportCellSize)",
          answer: probe.inlineCell.map { "cells of \($0.width)×\($0.height) pixels" }),
        Answer(
          question: "kitty graphics (APC G a=q)", answer: probe.hasKitty ? "OK" : nil),
        Answer(
          question: "attributes (DA1)",
          answer: attributes.map { list in
            list.map(String.init).joined(separator: ";")
              + (probe.hasSixel ? ": sixel\(registers)\(extent)" : ": no sixel")
          }),
      ]
        + (isUnicode
          ? [Answer(question: "width of 漢 (CSI 6 n)", answer: wideColumns.map { "\($0) cells" })] : [])
    }
  }

  private static func ask(
    _ options: TerminalOptions, input: Int32, output: Int32, isUnicode: Bool
  ) -> Reading {
    var former = termios()
    guard tcgetattr(input, &former) == 0 else { return Reading() }
    var modes = former
    cfmakeraw(&modes)
    tcsetattr(input, TCSAFLUSH, &modes)
    // What comes too late is thrown away rather than left to the shell.
    defer { tcsetattr(input, TCSAFLUSH, &former) }
    let width = isUnicode ? "\r漢\u{1b}[6n\r\u{1b}[K" : ""
    let start = ContinuousClock.now
    TerminalOutput(descriptor: output).write(
      Array(width.utf8)
        + CapabilityProbe.questions(
          aboutPictures: true, aboutBackground: true, environment: options.environment))
    var reading = Reading()
    var decoder = KeyDecoder()
    decoder.awaitsReplies = true
    while !reading.probe.isComplete, .now - start < CursesTerminal.answerLimit {
      let bytes = read(input, until: start + CursesTerminal.answerLimit)
      if reading.wideColumns == nil { reading.wideColumns = column(in: bytes).map { $0 - 1 } }
      for case .reply(let reply) in decoder.decode(bytes) {
        reading.probe.take(reply)
        if case .primaryAttributes(let attributes) = reply {
          reading.attributes = attributes
          reading.answered = .now - start
        }
      }
    }
    return reading
  }

  private static func read(_ descriptor: Int32, until deadline: ContinuousClock.Instant) -> [UInt8] {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let pause = max(Duration.zero, deadline - .now) / Duration.milliseconds(1)
    guard poll(&waiting, 1, Int32(pause.rounded(.up))) > 0 else { return [] }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    return count > 0 ? Array(buffer.prefix(count)) : []
  }

  /// The column of a cursor report, `CSI row ; column R`, anywhere in the bytes.
  private static func column(in bytes: [UInt8]) -> Int? {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "R")),
      let start = bytes[..<end].lastIndex(of: UInt8(ascii: "["))
    else { return nil }
    let numbers = bytes[(start + 1)..<end].split(separator: UInt8(ascii: ";"))
    guard numbers.count == 2 else { return nil }
    return Int(String(decoding: numbers[1], as: UTF8.self))
  }
}

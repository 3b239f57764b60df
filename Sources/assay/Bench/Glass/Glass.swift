internal import TerminalUI

/// What a terminal would show after the bytes it was fed: enough of one to check that a frame is the right one.
///
/// Understands what a full-screen program sends to an xterm: cursor motion, erasing, repetition, colours, saved
/// cursors, sixel pictures, and strings that put nothing on the glass. As in a real terminal, text erases a picture
/// cell by cell. Bytes inside device control strings and between a cursor save and restore count as picture bytes,
/// all others as text bytes.
struct Glass {
  /// One character cell.
  struct Cell: Hashable {
    var text = " "
    var pen = GlassPen.plain
    /// 1 + the index in `paintings` of the picture whose pixels show here; 0 for none.
    var painting = 0
  }

  /// The extent in cells.
  let size: Size
  /// The pixels of one cell.
  let cell: (width: Int, height: Int)
  /// Bytes that drew text, since the start.
  private(set) var textBytes = 0
  /// Bytes that drew pictures, since the start.
  private(set) var pictureBytes = 0
  /// Every picture that was painted, in order; what is left of one is known by the cells.
  private(set) var paintings: [Painting] = []
  /// Row-major.
  private(set) var cells: [Cell]

  var column = 0
  var row = 0
  var pen = GlassPen.plain
  var lastPrinted = " "
  private var saved = (column: 0, row: 0, pen: GlassPen.plain)
  private var isPlacingPictures = false
  private var state = State.ground
  private var sixel = SixelReader()
  private var changedRows: Set<Int> = []

  private enum State {
    case ground
    case escape
    case charset
    case control([UInt8])
    case string(isPicture: Bool, sawEscape: Bool)
    case character([UInt8], missing: Int)
  }

  /// Makes a blank glass.
  init(size: Size, cell: (width: Int, height: Int)) {
    self.size = size
    self.cell = cell
    cells = Array(repeating: Cell(), count: size.columns * size.rows)
  }

  /// The text of one row, trailing blanks included.
  func text(row: Int) -> String {
    cells[row * size.columns..<(row + 1) * size.columns].map(\.text).joined()
  }

  /// The rows whose text or colours changed since the last call; pictures and cells that only hold room for them
  /// do not count.
  mutating func takeChangedRows() -> Set<Int> {
    defer { changedRows = [] }
    return changedRows
  }

  /// Takes output of the program, in pieces of any size.
  mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      let wasPicture = isInPicture
      step(byte)
      if wasPicture || isInPicture { pictureBytes += 1 } else { textBytes += 1 }
    }
  }

  private var isInPicture: Bool {
    if case .string(isPicture: true, _) = state { return true }
    return isPlacingPictures
  }

  private mutating func step(_ byte: UInt8) {
    switch state {
    case .ground: ground(byte)
    case .escape: escape(byte)
    case .charset: state = .ground
    case .control(let parameters): control(byte, after: parameters)
    case .string(let isPicture, let sawEscape): string(byte, isPicture: isPicture, sawEscape: sawEscape)
    case .character(let bytes, let missing): character(byte, after: bytes, missing: missing)
    }
  }

  private mutating func ground(_ byte: UInt8) {
    switch byte {
    case 0x1b: state = .escape
    case 0x08: move(column: min(column, size.columns - 1) - 1, row: row)
    case 0x09: move(column: (column / 8 + 1) * 8, row: row)
    case 0x0a: move(column: column, row: row + 1)
    case 0x0d: column = 0
    case 0x20..<0x7f: print(String(UnicodeScalar(byte)))
    case 0xc2..<0xe0: state = .character([byte], missing: 1)
    case 0xe0..<0xf0: state = .character([byte], missing: 2)
    case 0xf0..<0xf5: state = .character([byte], missing: 3)
    default: break
    }
  }

  private mutating func character(_ byte: UInt8, after bytes: [UInt8], missing: Int) {
    let collected = bytes + [byte]
    guard missing == 1 else { return state = .character(collected, missing: missing - 1) }
    state = .ground
    print(String(decoding: collected, as: UTF8.self))
  }

  private mutating func escape(_ byte: UInt8) {
    state = .ground
    switch UnicodeScalar(byte) {
    case "[": state = .control([])
    case "P":
      sixel = SixelReader()
      state = .string(isPicture: true, sawEscape: false)
    case "]", "_", "^": state = .string(isPicture: false, sawEscape: false)
    case "(", ")": state = .charset
    case "7":
      saved = (column, row, pen)
      isPlacingPictures = true
    case "8":
      (column, row, pen) = saved
      isPlacingPictures = false
    default: break
    }
  }

  private mutating func string(_ byte: UInt8, isPicture: Bool, sawEscape: Bool) {
    let ended = byte == 0x07 && !isPicture || sawEscape && byte == UInt8(ascii: "\\")
    guard ended else {
      if isPicture { sixel.take(byte) }
      return state = .string(isPicture: isPicture, sawEscape: byte == 0x1b)
    }
    state = .ground
    if isPicture { paint() }
  }

  private mutating func control(_ byte: UInt8, after parameters: [UInt8]) {
    guard (0x40...0x7e).contains(byte) else { return state = .control(parameters + [byte]) }
    state = .ground
    // Private sequences (`CSI ? …`) set modes; none of them writes a cell.
    guard parameters.first.map({ !(0x3c...0x3f).contains($0) }) ?? true else { return }
    let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    perform(UnicodeScalar(byte), parameters.isEmpty ? [] : numbers)
  }

  private mutating func paint() {
    guard let painting = sixel.painting(column: column, row: row, cell: cell) else { return }
    paintings.append(painting)
    let area = painting.area
    for row in area.row..<min(size.rows, area.maxRow) {
      for column in area.column..<min(size.columns, area.maxColumn) {
        cells[row * size.columns + column].painting = paintings.count
      }
    }
  }

  /// Writes one cell; a picture that showed there is gone.
  mutating func put(_ text: String, at index: Int) {
    // No-break and braille blanks stand for room that a picture takes.
    let isRoom = text == "\u{a0}" || text == "\u{2800}"
    let next: Cell
    if isRoom {
      next = Cell()
    } else {
      next = Cell(text: text, pen: text == " " ? pen.onBlank : pen)
    }
    if cells[index].text != next.text || cells[index].pen != next.pen {
      changedRows.insert(index / size.columns)
    }
    cells[index] = next
  }

  /// Replaces a run of cells of one row by others, as deleting and inserting characters do.
  mutating func replace(_ range: Range<Int>, by replacement: [Cell]) {
    guard cells[range] != replacement[...] else { return }
    changedRows.insert(range.lowerBound / size.columns)
    cells.replaceSubrange(range, with: replacement)
  }
}

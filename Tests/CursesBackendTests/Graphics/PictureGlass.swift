import CursesBackend
import Embeddings
import Foundation
import Imaging

/// A terminal as far as pictures care, written from the protocols' descriptions: which colour shows in which cell.
///
/// Sixels and inline files are erased cell by cell by text that is written there; what kitty's protocol shows stays until it
/// is deleted or the screen is cleared. Control sequences that matter to neither are swallowed; any other is a fault.
struct PictureGlass {
  /// A cell of the window.
  struct Place: Hashable {
    let column: Int
    let row: Int
  }

  /// The mean colour of a picture in a cell.
  typealias Colour = [Int]

  private struct Placement {
    let image: Int
    let cells: [Place: Colour]
  }

  let columns: Int
  let rows: Int
  let cell: (width: Int, height: Int)
  /// What was written that no such terminal understands, or that would do harm.
  private(set) var faults: [String] = []
  private var painted: [Place: Colour] = [:]
  private var stored: [Int: PixelImage] = [:]
  private var placements: [Int: Placement] = [:]
  private var incoming: (id: Int, payload: String)?
  private var column = 0
  private var row = 0
  private var saved = (0, 0)
  /// What is being written, and how far it is read.
  private var written: [UInt8] = []
  private var position = 0

  init(columns: Int, rows: Int, cell: (width: Int, height: Int)) {
    self.columns = columns
    self.rows = rows
    self.cell = cell
  }

  /// What shows, cell by cell.
  var shown: [Place: Colour] {
    placements.sorted { $0.key < $1.key }.reduce(into: painted) { shown, placement in
      shown.merge(placement.value.cells) { $1 }
    }
  }

  /// How many pictures a terminal with kitty's protocol keeps, and at how many places they show.
  var kept: (pictures: Int, places: Int) { (stored.count, placements.count) }

  /// Takes what was written.
  mutating func write(_ text: String) {
    written = Array(text.utf8)
    position = 0
    while position < written.count {
      switch written[position] {
      case 0x1b:
        escape()
        continue
      case 0x0d: column = 0
      case 0x0a: row = min(rows - 1, row + 1)
      case 0x08: column = max(0, column - 1)
      case 0x00..<0x20, 0x80..<0xc0: break
      // The first byte of a character; those that follow it were passed over above.
      default: put(1)
      }
      position += 1
    }
  }

  /// Text in the next cells.
  private mutating func put(_ count: Int) {
    for _ in 0..<count {
      if column >= columns { (column, row) = (0, min(rows - 1, row + 1)) }
      painted[Place(column: column, row: row)] = nil
      column += 1
    }
  }

  private mutating func erase(_ cells: Range<Int>, row: Int) {
    for column in cells { painted[Place(column: column, row: row)] = nil }
  }

  private mutating func escape() {
    guard position + 1 < written.count else {
      position = written.count
      return
    }
    switch written[position + 1] {
    case UInt8(ascii: "["): control()
    case UInt8(ascii: "P"): string { glass, body in glass.sixel(body) }
    case UInt8(ascii: "_"): string { glass, body in glass.kitty(String(decoding: body, as: UTF8.self)) }
    case UInt8(ascii: "]"): string { glass, body in glass.inline(String(decoding: body, as: UTF8.self)) }
    case UInt8(ascii: "7"): (saved, position) = ((column, row), position + 2)
    case UInt8(ascii: "8"): ((column, row), position) = (saved, position + 2)
    case UInt8(ascii: "("), UInt8(ascii: ")"): position += 3
    default: position += 2
    }
  }

  /// A string up to its terminator, BEL or ESC \.
  private mutating func string(_ take: (inout PictureGlass, ArraySlice<UInt8>) -> Void) {
    let start = position + 2
    var end = start
    while end < written.count, written[end] != 0x07, written[end] != 0x1b { end += 1 }
    position = end + (end < written.count && written[end] == 0x1b ? 2 : 1)
    take(&self, written[start..<end])
  }

  private mutating func control() {
    guard let end = written[(position + 2)...].firstIndex(where: { (0x40...0x7e).contains($0) }) else {
      position = written.count
      return
    }
    let body = String(decoding: written[position + 2..<end], as: UTF8.self)
    let final = Character(Unicode.Scalar(written[end]))
    position = end + 1
    guard !body.hasPrefix("?"), !body.hasPrefix(">") else { return }
    let numbers = body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    switch final {
    case "H", "f": (row, column) = (count - 1, max(1, numbers.count > 1 ? numbers[1] : 1) - 1)
    case "A": row = max(0, row - count)
    case "B", "e": row = min(rows - 1, row + count)
    case "C", "a": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G", "`": column = count - 1
    case "d": row = count - 1
    case "X": erase(column..<min(columns, column + count), row: row)
    case "b": put(count)
    case "K":
      let cells = [0: column..<columns, 1: 0..<column + 1, 2: 0..<columns]
      erase(cells[numbers.first ?? 0] ?? 0..<0, row: row)
    case "J":
      if numbers.first ?? 0 == 2 || (column, row) == (0, 0) {
        (painted, placements, stored) = ([:], [:], [:])
      } else {
        erase(column..<columns, row: row)
        for row in row + 1..<max(row + 1, rows) { erase(0..<columns, row: row) }
      }
    case "m", "n", "c", "t", "q": break
    // Overwriting, not inserting, and scrolling in the whole window: as it begins.
    case "l" where body == "4": break
    case "r" where body.isEmpty || body == "1;\(rows)": break
    case "@", "P", "L", "M", "S", "T": faults.append("cells are moved by CSI \(body)\(final)")
    default: faults.append("CSI \(body)\(final)")
    }
  }

  // MARK: - Pictures

  /// Shows pixels with their corner at the cursor; a fault when they reach the last row, which scrolls some terminals.
  private func cells(of image: PixelImage) -> [Place: Colour] {
    var cells: [Place: Colour] = [:]
    for y in 0..<(image.height + cell.height - 1) / cell.height {
      for x in 0..<(image.width + cell.width - 1) / cell.width {
        cells[Place(column: column + x, row: row + y)] = mean(of: image, x: x, y: y)
      }
    }
    return cells
  }

  /// The mean colour of the part of an image that is in a cell.
  ///
  /// Plain loops over the bytes: this is most of the work, and is done without optimisation.
  private func mean(of image: PixelImage, x: Int, y: Int) -> Colour {
    let columns = x * cell.width * 3..<min(image.width, (x + 1) * cell.width) * 3
    let rows = y * cell.height..<min(image.height, (y + 1) * cell.height)
    var sums = [0, 0, 0]
    image.pixels.withUnsafeBufferPointer { pixels in
      var (red, green, blue) = (0, 0, 0)
      var line = rows.lowerBound
      while line < rows.upperBound {
        var place = line * image.width * 3 + columns.lowerBound
        let end = line * image.width * 3 + columns.upperBound
        while place < end {
          red += Int(pixels[place])
          green += Int(pixels[place + 1])
          blue += Int(pixels[place + 2])
          place += 3
        }
        line += 1
      }
      sums = [red, green, blue]
    }
    let count = columns.count / 3 * rows.count
    return sums.map { $0 / count }
  }

  private mutating func paint(_ image: PixelImage) {
    let cells = cells(of: image)
    if cells.keys.contains(where: { $0.row >= rows - 1 || $0.column >= columns }) {
      faults.append("a picture of \(image.width)×\(image.height) at \(column), \(row) reaches the edge")
    }
    painted.merge(cells) { $1 }
  }

  private mutating func sixel(_ body: ArraySlice<UInt8>) {
    guard let image = SixelReader(body).image else {
      faults.append("a sixel without pixels")
      return
    }
    paint(image)
  }

  private mutating func inline(_ body: String) {
    guard body.hasPrefix("1337;File=") else { return }
    let parts = body.dropFirst("1337;File=".count).split(separator: ":", maxSplits: 1)
    let keys = Self.keys(parts[0], separator: ";")
    guard parts.count == 2, keys["inline"] == "1", let file = Data(base64Encoded: String(parts[1])),
      keys["size"] == "\(file.count)", let width = keys["width"].flatMap({ Int($0) }),
      let height = keys["height"].flatMap({ Int($0) }), let image = Self.picture(file)
    else {
      faults.append("an inline file that can't be shown: \(parts[0])")
      return
    }
    // As large as so many cells, whatever its pixels.
    guard image.width == width * cell.width, image.height == height * cell.height else {
      faults.append("an inline file of \(image.width)×\(image.height) pixels in \(width)×\(height) cells")
      return
    }
    paint(image)
  }

  private mutating func kitty(_ body: String) {
    guard body.hasPrefix("G") else { return }
    let parts = body.dropFirst().split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
    let keys = Self.keys(parts[0], separator: ",")
    let id = keys["i"].flatMap { Int($0) } ?? 0
    // Whether there is such a protocol: the one question that is to be answered.
    if keys["a"] == "q" { return }
    if keys["q"] != "2" { faults.append("a command that would be answered: \(parts[0])") }
    if let waiting = incoming, keys["a"] == nil {
      store(part: parts.count > 1 ? String(parts[1]) : "", of: waiting, hasMore: keys["m"] == "1")
      return
    }
    if incoming != nil { faults.append("a command between the parts of a picture") }
    switch keys["a"] {
    case "t":
      guard keys["f"] == "100", parts[1].count <= 4096 else {
        faults.append("pixels in no known form")
        return
      }
      store(part: String(parts[1]), of: (id, ""), hasMore: keys["m"] == "1")
    case "p":
      guard let image = stored[id], let place = keys["p"].flatMap({ Int($0) }), keys["C"] == "1" else {
        faults.append("a place of a picture that was not sent: \(parts[0])")
        return
      }
      placements[place] = Placement(image: id, cells: cells(of: image))
    case "d" where keys["d"] == "i":
      guard let place = keys["p"].flatMap({ Int($0) }), placements[place]?.image == id else {
        faults.append("nothing to delete: \(parts[0])")
        return
      }
      placements[place] = nil
    case "d" where keys["d"] == "I":
      placements = placements.filter { $0.value.image != id }
      stored[id] = nil
    default: faults.append("an unknown command: \(parts[0])")
    }
  }

  private mutating func store(part: String, of picture: (id: Int, payload: String), hasMore: Bool) {
    let payload = picture.payload + part
    guard !hasMore else {
      incoming = (picture.id, payload)
      return
    }
    incoming = nil
    guard let file = Data(base64Encoded: payload), let image = Self.picture(file) else {
      faults.append("a picture that can't be read")
      return
    }
    stored[picture.id] = image
  }

  /// A PNG file; what is transparent in it is left out only at its right and lower edges, as filling is.
  private static func picture(_ file: Data) -> PixelImage? {
    try? PictureDecoder().decode([UInt8](file)).image
  }

  private static func keys(_ text: Substring, separator: Character) -> [String: String] {
    text.split(separator: separator).reduce(into: [:]) { keys, entry in
      let parts = entry.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { keys[String(parts[0])] = String(parts[1]) }
    }
  }
}

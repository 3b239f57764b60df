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
  private var rest: [UInt8] = []

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
    rest = Array(text.utf8)
    while let byte = rest.first {
      switch byte {
      case 0x1b: escape()
      case 0x0d: (column, rest) = (0, Array(rest.dropFirst()))
      case 0x0a: (row, rest) = (min(rows - 1, row + 1), Array(rest.dropFirst()))
      case 0x08: (column, rest) = (max(0, column - 1), Array(rest.dropFirst()))
      case 0x00..<0x20: rest.removeFirst()
      default: character()
      }
    }
  }

  private mutating func character() {
    let length = rest[0] < 0x80 ? 1 : rest[0] < 0xe0 ? 2 : rest[0] < 0xf0 ? 3 : 4
    rest.removeFirst(min(length, rest.count))
    put(1)
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
    guard rest.count > 1 else {
      rest = []
      return
    }
    switch rest[1] {
    case UInt8(ascii: "["): control()
    case UInt8(ascii: "P"): string { glass, body in glass.sixel(body) }
    case UInt8(ascii: "_"): string { glass, body in glass.kitty(String(decoding: body, as: UTF8.self)) }
    case UInt8(ascii: "]"): string { glass, body in glass.inline(String(decoding: body, as: UTF8.self)) }
    case UInt8(ascii: "7"): (saved, rest) = ((column, row), Array(rest.dropFirst(2)))
    case UInt8(ascii: "8"):
      (column, row) = saved
      rest.removeFirst(2)
    case UInt8(ascii: "("), UInt8(ascii: ")"): rest.removeFirst(min(3, rest.count))
    default: rest.removeFirst(2)
    }
  }

  /// A string up to its terminator, BEL or ESC \.
  private mutating func string(_ take: (inout PictureGlass, ArraySlice<UInt8>) -> Void) {
    let bytes = rest
    let end = bytes.indices.dropFirst(2).first { bytes[$0] == 0x07 || bytes[$0] == 0x1b } ?? bytes.count
    let body = bytes[2..<end]
    rest = Array(bytes[min(bytes.count, end + (end < bytes.count && bytes[end] == 0x1b ? 2 : 1))...])
    take(&self, body)
  }

  private mutating func control() {
    guard let end = rest.indices.dropFirst(2).first(where: { (0x40...0x7e).contains(rest[$0]) }) else {
      rest = []
      return
    }
    let body = String(decoding: rest[2..<end], as: UTF8.self)
    let final = Character(Unicode.Scalar(rest[end]))
    rest.removeFirst(end + 1)
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
        let part = image.cropped(
          x: x * cell.width, y: y * cell.height, width: min(cell.width, image.width - x * cell.width),
          height: min(cell.height, image.height - y * cell.height))
        let sums = (0..<3).map { channel in
          stride(from: channel, to: part.pixels.count, by: 3).reduce(0) { $0 + Int(part.pixels[$1]) }
        }
        cells[Place(column: column + x, row: row + y)] = sums.map { $0 / (part.width * part.height) }
      }
    }
    return cells
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

/// Reads one sixel picture (DEC STD 070, chapter 9), all of whose pixels are set.
private struct SixelReader {
  private(set) var image: PixelImage?

  init(_ body: ArraySlice<UInt8>) {
    guard let start = body.firstIndex(of: UInt8(ascii: "q")) else { return }
    var data = body[(start + 1)...]
    func number() -> Int {
      var value = 0
      while let digit = data.first, (0x30...0x39).contains(digit) {
        value = value * 10 + Int(digit - 0x30)
        data.removeFirst()
      }
      return value
    }
    func numbers() -> [Int] {
      var list = [number()]
      while data.first == UInt8(ascii: ";") {
        data.removeFirst()
        list.append(number())
      }
      return list
    }
    var (width, height) = (0, 0)
    var pixels: [UInt8] = []
    var palette: [Int: [UInt8]] = [:]
    var (colour, x, y) = (0, 0, 0)
    func set(_ bits: UInt8, _ count: Int) {
      for _ in 0..<count {
        for bit in 0..<6 where bits >> bit & 1 == 1 && x < width && y + bit < height {
          pixels.replaceSubrange(
            ((y + bit) * width + x) * 3..<((y + bit) * width + x) * 3 + 3, with: palette[colour] ?? [0, 0, 0])
        }
        x += 1
      }
    }
    while let byte = data.first {
      data.removeFirst()
      switch byte {
      case UInt8(ascii: "\""):
        let attributes = numbers()
        guard attributes.count == 4 else { return }
        (width, height) = (attributes[2], attributes[3])
        pixels = [UInt8](repeating: 0, count: width * height * 3)
      case UInt8(ascii: "#"):
        let list = numbers()
        colour = list[0]
        if list.count == 5, list[1] == 2 { palette[colour] = list[2...].map { UInt8($0 * 255 / 100) } }
      case UInt8(ascii: "!"):
        let count = number()
        if let bits = data.popFirst() { set(bits - 0x3f, count) }
      case UInt8(ascii: "$"): x = 0
      case UInt8(ascii: "-"): (x, y) = (0, y + 6)
      case 0x3f...0x7e: set(byte - 0x3f, 1)
      default: break
      }
    }
    if width > 0, height > 0 { image = PixelImage(width: width, height: height, pixels: pixels) }
  }
}

import Embeddings

/// Reads one sixel picture (DEC STD 070, chapter 9), all of whose pixels are set.
struct SixelReader {
  /// The picture; `nil` when no extent is named.
  private(set) var image: PixelImage?
  private var body: ArraySlice<UInt8>
  private var position: Int
  private var width = 0
  private var height = 0
  private var pixels: [UInt8] = []
  private var palette = [UInt8](repeating: 0, count: 3 * 256)
  private var colour = 0
  private var x = 0
  private var y = 0

  init(_ body: ArraySlice<UInt8>) {
    self.body = body
    position = body.endIndex
    guard let start = body.firstIndex(of: UInt8(ascii: "q")) else { return }
    position = start + 1
    while position < body.endIndex {
      let byte = body[position]
      position += 1
      guard take(byte) else { return }
    }
    if width > 0, height > 0 { image = PixelImage(width: width, height: height, pixels: pixels) }
  }

  /// Takes a command or six pixels; `false` for what makes no picture.
  private mutating func take(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""):
      let attributes = numbers()
      guard attributes.count == 4 else { return false }
      (width, height) = (attributes[2], attributes[3])
      pixels = [UInt8](repeating: 0, count: width * height * 3)
    case UInt8(ascii: "#"):
      let list = numbers()
      guard list[0] < 256 else { return false }
      colour = list[0]
      if list.count == 5, list[1] == 2 {
        for channel in 0..<3 { palette[colour * 3 + channel] = UInt8(list[2 + channel] * 255 / 100) }
      }
    case UInt8(ascii: "!"):
      let count = number()
      guard position < body.endIndex else { return false }
      set(body[position] - 0x3f, count)
      position += 1
    case UInt8(ascii: "$"): x = 0
    case UInt8(ascii: "-"): (x, y) = (0, y + 6)
    case 0x3f...0x7e: set(byte - 0x3f, 1)
    default: break
    }
    return true
  }

  private mutating func number() -> Int {
    var value = 0
    while position < body.endIndex, (0x30...0x39).contains(body[position]) {
      value = value * 10 + Int(body[position] - 0x30)
      position += 1
    }
    return value
  }

  private mutating func numbers() -> [Int] {
    var list = [number()]
    while position < body.endIndex, body[position] == UInt8(ascii: ";") {
      position += 1
      list.append(number())
    }
    return list
  }

  /// Gives the present colour to the pixels of a column of six that are set, so many columns across.
  private mutating func set(_ bits: UInt8, _ count: Int) {
    // Most columns of most colours are empty.
    guard bits != 0 else {
      x += count
      return
    }
    for column in x..<min(width, x + count) {
      for bit in 0..<6 where bits >> bit & 1 == 1 && y + bit < height {
        let place = ((y + bit) * width + column) * 3
        pixels[place] = palette[colour * 3]
        pixels[place + 1] = palette[colour * 3 + 1]
        pixels[place + 2] = palette[colour * 3 + 2]
      }
    }
    x += count
  }
}

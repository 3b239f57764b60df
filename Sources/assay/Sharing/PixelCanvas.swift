internal import Embeddings
internal import TerminalUI

/// White pixels to draw pictures and captions on.
struct PixelCanvas {
  private let width: Int
  private let height: Int
  private var pixels: [UInt8]

  init(width: Int, height: Int) {
    self.width = max(1, width)
    self.height = max(1, height)
    pixels = Array(repeating: 255, count: self.width * self.height * 3)
  }

  var image: PixelImage { PixelImage(width: width, height: height, pixels: pixels) }

  /// Draws a picture, which lies within the canvas.
  mutating func draw(_ picture: PixelImage, column: Int, row: Int) {
    for line in 0..<picture.height {
      let from = line * picture.width * 3
      let to = ((row + line) * width + column) * 3
      pixels.replaceSubrange(
        to..<to + picture.width * 3, with: picture.pixels[from..<from + picture.width * 3])
    }
  }

  /// Writes a line of text in black, shortened to `columns` pixels; what the font has no letters for are boxes.
  mutating func write(_ text: String, column: Int, row: Int, columns: Int) {
    let letters = columns / CaptionFont.width
    // What steers or reorders text has no place in a picture, either.
    let shown = Fitting.truncate(CaptionText(text).text, columns: letters, cut: .atWord).replacing(
      "…", with: "..")
    for (place, character) in shown.prefix(letters).enumerated() {
      draw(character, column: column + place * CaptionFont.width, row: row)
    }
  }

  private mutating func draw(_ character: Character, column: Int, row: Int) {
    for (line, bits) in CaptionFont.standard.rows(of: character).enumerated() where row + line < height {
      for offset in 0..<CaptionFont.width where bits & 0x80 >> UInt8(offset) != 0 && column + offset < width {
        let place = ((row + line) * width + column + offset) * 3
        for channel in 0..<3 { pixels[place + channel] = 0 }
      }
    }
  }
}

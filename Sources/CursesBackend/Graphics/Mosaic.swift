internal import Embeddings
internal import TerminalUI

/// A picture made of half blocks: each cell shows two pixels, one above the other.
struct Mosaic {
  let image: PixelImage

  /// The cells in the 256-colour table, row by row.
  func blocks() -> [HalfBlock] {
    cells { column, row in
      HalfBlock(
        upper: nearest(column, 2 * row),
        lower: 2 * row + 1 < image.height ? nearest(column, 2 * row + 1) : nil)
    }
  }

  /// The cells as text in 24-bit colour; each row ends where the next begins.
  func trueColourBytes() -> [UInt8] {
    var bytes: [UInt8] = []
    let rows = (image.height + 1) / 2
    for row in 0..<rows {
      for column in 0..<image.width {
        let upper = colour(column, 2 * row)
        bytes += "\u{1b}[38;2;\(upper.red);\(upper.green);\(upper.blue)".utf8
        if 2 * row + 1 < image.height {
          let lower = colour(column, 2 * row + 1)
          bytes += ";48;2;\(lower.red);\(lower.green);\(lower.blue)m▀".utf8
        } else {
          bytes += ";49m▀".utf8
        }
      }
      bytes += "\u{1b}[m".utf8
      if row + 1 < rows { bytes += "\u{1b}[\(image.width)D\u{1b}[B".utf8 }
    }
    return bytes
  }

  private func cells<T>(_ make: (Int, Int) -> T) -> [T] {
    (0..<((image.height + 1) / 2)).flatMap { row in (0..<image.width).map { make($0, row) } }
  }

  private func nearest(_ x: Int, _ y: Int) -> UInt8 {
    let (red, green, blue) = colour(x, y)
    return ColourTable.nearest(red: red, green: green, blue: blue)
  }

  private func colour(_ x: Int, _ y: Int) -> (red: Int, green: Int, blue: Int) {
    let at = (y * image.width + x) * 3
    return (Int(image.pixels[at]), Int(image.pixels[at + 1]), Int(image.pixels[at + 2]))
  }
}

/// Half blocks in 24-bit colour, painted over the cells; a pixel is half a cell.
struct MosaicEncoder: GraphicsEncoder {
  var rowQuantum: Int { 1 }
  var mostPixels: (width: Int, height: Int) { (.max, .max) }
  var coarser: (any GraphicsEncoder)? { nil }

  func encode(_ image: PixelImage, cells: Size) throws(GraphicsFailure) -> Graphic? {
    .painted(Mosaic(image: image).trueColourBytes())
  }
}

package import Embeddings
package import TerminalUI

/// One way in which terminals take pixels: sixel, kitty's graphics protocol, iTerm2's inline pictures.
///
/// Each is a file of its own. What they have in common, where a picture stands and how it is cut to fit a budget of bytes, is
/// the renderer's; what has to be deleted again, and what may be sent once and shown twice, is the terminal's.
package protocol GraphicsEncoder: Sendable {
  /// The rows of cells that a piece's height has to be a multiple of, where another piece follows below.
  var rowQuantum: Int { get }
  /// The most pixels of one piece.
  var mostPixels: (width: Int, height: Int) { get }

  /// What shows a piece with the cursor on its first cell.
  /// - Parameters:
  ///   - image: the pixels, one for one; at most `mostPixels`.
  ///   - cells: the cells that they cover, the last ones perhaps in part.
  /// - Returns: the piece; `nil` when the pixels are too few to show.
  /// - Throws: `GraphicsFailure` when a library refuses.
  func encode(_ image: PixelImage, cells: Size) throws(GraphicsFailure) -> Graphic?

  /// The same in fewer bytes, where a piece can't be cut any more; `nil` when there is no such way.
  var coarser: (any GraphicsEncoder)? { get }
}

/// Pixels as a terminal takes them.
package enum Graphic: Hashable, Sendable {
  /// Bytes that paint with the cursor on the first cell; text that is written there erases them.
  case painted([UInt8])
  /// A PNG file for kitty's protocol: named when it is sent, shown by that name, and deleted by it.
  case stored([UInt8])

  /// The bytes it takes in a cache.
  package var byteCount: Int {
    switch self {
    case .painted(let bytes), .stored(let bytes): bytes.count
    }
  }

  /// The most bytes that showing it writes, without going there.
  var cost: Int {
    switch self {
    case .painted(let bytes): bytes.count
    case .stored(let png): KittyCommand.cost(ofBytes: png.count)
    }
  }
}

/// A picture could not be brought into a terminal's form.
package enum GraphicsFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// libsixel refused; its status.
  case sixel(Int32)
  /// libpng refused a picture of this extent.
  case png(width: Int, height: Int)

  package var description: String {
    switch self {
    case .sixel(let status): "libsixel failed with status \(status)"
    case .png(let width, let height): "libpng could not write \(width)×\(height) pixels"
    }
  }
}

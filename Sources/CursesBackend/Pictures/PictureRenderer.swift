package import Embeddings
internal import TerminalUI

/// Renders pictures for the terminal that was found: scaled as large as fits, centred, never distorted.
///
/// A value: safe from any thread, and part of a cache's key.
package struct PictureRenderer: Hashable, Sendable {
  /// How pixels become something a terminal shows.
  package enum Method: Hashable, Sendable {
    /// Sixel with cells of this many pixels, and pictures of at most this many.
    case sixel(cellWidth: Int, cellHeight: Int, colours: Int, maximumWidth: Int, maximumHeight: Int)
    /// Half blocks of the 256-colour table, drawn as cells.
    case blocks
    /// Half blocks of 24-bit colour, painted over the cells.
    case trueColourBlocks
  }

  /// The method.
  package let method: Method

  /// Makes a renderer.
  package init(_ method: Method) {
    self.method = method
  }

  /// The pixels a picture may fill in a shape: what to decode for, not to waste work on more.
  /// - Parameter shape: the cells.
  /// - Returns: both sides, at least 1.
  package func pixelBox(for shape: PictureShape) -> (width: Int, height: Int) {
    switch method {
    case .sixel(let cellWidth, let cellHeight, _, let maximumWidth, let maximumHeight):
      // Sixels are six pixels tall: whole ones only, so that no band reaches into the row below.
      let height = min(maximumHeight, shape.rows * cellHeight)
      return (max(1, min(maximumWidth, shape.columns * cellWidth)), max(1, height / 6 * 6))
    case .blocks, .trueColourBlocks:
      return (shape.columns, shape.rows * 2)
    }
  }

  /// Renders a picture; what lies below the shape's visible rows is left out.
  /// - Parameters:
  ///   - image: the picture, of any extent; smaller than `pixelBox(for:)` is enlarged.
  ///   - shape: the cells.
  /// - Returns: `nil` when the visible rows show nothing of the picture.
  /// - Throws: `SixelEncoder.Failure` when libsixel refuses.
  package func render(
    _ image: PixelImage, shape: PictureShape
  ) throws(SixelEncoder.Failure) -> RenderedPicture? {
    let extent = PixelImage.extent(
      of: (image.width, image.height), fitting: pixelBox(for: shape), enlarging: true)
    let scaled = image.scaled(toWidth: extent.width, height: extent.height)
    switch method {
    case .sixel(let cellWidth, let cellHeight, let colours, _, _):
      let place = Place(scaled, in: shape, cellWidth: cellWidth, cellHeight: cellHeight)
      let height = min(scaled.height, (shape.visibleRows - place.row) * cellHeight / 6 * 6)
      guard height > 0 else { return nil }
      let visible = scaled.top(height)
      return place.picture(of: visible, .overlay(try SixelEncoder(colours: colours).encode(visible)))
    case .blocks, .trueColourBlocks:
      let place = Place(scaled, in: shape, cellWidth: 1, cellHeight: 2)
      let height = min(scaled.height, (shape.visibleRows - place.row) * 2)
      guard height > 0 else { return nil }
      let visible = scaled.top(height)
      let mosaic = Mosaic(image: visible)
      return place.picture(
        of: visible, method == .blocks ? .cells(mosaic.blocks()) : .overlay(mosaic.trueColourBytes()))
    }
  }
}

/// Where a scaled picture stands in its frame.
private struct Place {
  let cellWidth: Int
  let cellHeight: Int
  let column: Int
  let row: Int

  init(_ image: PixelImage, in shape: PictureShape, cellWidth: Int, cellHeight: Int) {
    self.cellWidth = cellWidth
    self.cellHeight = cellHeight
    column = max(0, shape.columns * cellWidth - image.width) / 2 / cellWidth
    row = max(0, shape.rows * cellHeight - image.height) / 2 / cellHeight
  }

  func picture(of visible: PixelImage, _ content: RenderedPicture.Content) -> RenderedPicture {
    RenderedPicture(
      column: column, row: row, columns: (visible.width + cellWidth - 1) / cellWidth,
      rows: (visible.height + cellHeight - 1) / cellHeight, content: content)
  }
}

extension PixelImage {
  /// The uppermost rows.
  fileprivate func top(_ rows: Int) -> PixelImage {
    rows == height
      ? self : PixelImage(width: width, height: rows, pixels: Array(pixels.prefix(rows * width * 3)))
  }
}

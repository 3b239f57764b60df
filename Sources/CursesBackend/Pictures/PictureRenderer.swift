package import Embeddings
package import TerminalUI

/// Renders pictures for the terminal that was found: scaled as large as fits, centred, never distorted.
///
/// What the picture leaves free of its frame stays the terminal's background. A value: safe from any thread, and part of a
/// cache's key.
package struct PictureRenderer: Hashable, Sendable {
  /// How pixels become something a terminal shows.
  package enum Method: Hashable, Sendable {
    /// Sixel with cells of this many pixels, and pieces of at most this many.
    case sixel(cellWidth: Int, cellHeight: Int, colours: Int, maximumWidth: Int, maximumHeight: Int)
    /// kitty's graphics protocol with cells of this many pixels.
    case kitty(cellWidth: Int, cellHeight: Int)
    /// iTerm2's inline pictures with cells of this many pixels.
    case iterm2(cellWidth: Int, cellHeight: Int)
    /// Half blocks of the 256-colour table, drawn as cells.
    case blocks
    /// Half blocks of 24-bit colour, painted over the cells.
    case trueColourBlocks
  }

  /// The method.
  package let method: Method
  /// The most bytes that are written without a look at the keyboard; `nil` for no limit.
  package let budget: Int?
  /// What transparent pixels are to be laid over; `nil` while the background is not known.
  package let background: Colour?

  /// Makes a renderer.
  package init(_ method: Method, budget: Int? = nil, background: Colour? = nil) {
    self.method = method
    self.budget = budget
    self.background = background
  }

  /// Pixels of one cell.
  package var cell: (width: Int, height: Int) {
    switch method {
    case .sixel(let width, let height, _, _, _), .kitty(let width, let height),
      .iterm2(let width, let height):
      (width, height)
    case .blocks, .trueColourBlocks: (1, 2)
    }
  }

  /// The pixels a picture may fill in a shape: what to decode for, not to waste work on more.
  /// - Parameter shape: the cells.
  /// - Returns: both sides, at least 1.
  package func pixelBox(for shape: PictureShape) -> (width: Int, height: Int) {
    var (width, height) = (shape.columns * cell.width, shape.rows * cell.height)
    if case .sixel = method {
      // Whole sixels only, so that no band reaches into the row below.
      height = height / SixelEncoder.sixelHeight * SixelEncoder.sixelHeight
    }
    width = max(1, width)
    return (width, max(1, height))
  }

  /// Renders a picture; what lies below the shape's visible rows is left out.
  /// - Parameters:
  ///   - image: the picture, of any extent; smaller than `pixelBox(for:)` is enlarged.
  ///   - shape: the cells.
  ///   - isScaled: whether the picture has its final size already, as a part of one drawn at a scale has; only what is
  ///     larger than the shape is made smaller then.
  /// - Returns: `nil` when the visible rows show nothing of the picture.
  /// - Throws: `GraphicsFailure` when a library refuses.
  package func render(
    _ image: PixelImage, shape: PictureShape, isScaled: Bool = false
  ) throws(GraphicsFailure) -> RenderedPicture? {
    let extent = PixelImage.extent(
      of: (image.width, image.height), fitting: pixelBox(for: shape), enlarging: !isScaled)
    let scaled = image.scaled(toWidth: extent.width, height: extent.height)
    let place = Place(scaled, in: shape, cell: cell)
    var room = (shape.visibleRows - place.row) * cell.height
    if case .sixel = method { room = room / SixelEncoder.sixelHeight * SixelEncoder.sixelHeight }
    let height = min(scaled.height, room)
    guard height > 0 else { return nil }
    let visible = scaled.cropped(x: 0, y: 0, width: scaled.width, height: height)
    guard let encoder else { return place.picture(of: visible, .cells(Mosaic(image: visible).blocks())) }
    let tiles = PictureTiles(
      encoder: encoder, cellWidth: cell.width, cellHeight: cell.height,
      limit: budget.map { max(1, $0 - CursesTerminal.pieceOverhead) })
    return place.picture(of: visible, .pieces(try tiles.pieces(of: visible)))
  }

  /// What turns pixels into bytes; `nil` when ncurses draws them.
  private var encoder: (any GraphicsEncoder)? {
    switch method {
    case .sixel(_, let cellHeight, let colours, let width, let height):
      SixelEncoder(colours: colours, cellHeight: cellHeight, mostPixels: (width, height))
    case .kitty: KittyEncoder()
    case .iterm2(let width, let height): InlineFileEncoder(cellWidth: width, cellHeight: height)
    case .blocks: nil
    case .trueColourBlocks: MosaicEncoder()
    }
  }
}

/// Where a scaled picture stands in its frame.
private struct Place {
  let cell: (width: Int, height: Int)
  let column: Int
  let row: Int

  init(_ image: PixelImage, in shape: PictureShape, cell: (width: Int, height: Int)) {
    self.cell = cell
    column = max(0, shape.columns * cell.width - image.width) / 2 / cell.width
    row = max(0, shape.rows * cell.height - image.height) / 2 / cell.height
  }

  func picture(of visible: PixelImage, _ content: RenderedPicture.Content) -> RenderedPicture {
    RenderedPicture(
      column: column, row: row, columns: (visible.width + cell.width - 1) / cell.width,
      rows: (visible.height + cell.height - 1) / cell.height, content: content)
  }
}

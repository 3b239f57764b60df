internal import Embeddings
internal import TerminalUI

/// Cuts pictures into pieces that each take few enough bytes to be written at a time.
///
/// A piece is complete in itself, so that a key can be answered between two of them. Cuts lie between cells. A picture that
/// fits is one piece.
struct PictureTiles {
  let encoder: any GraphicsEncoder
  let cellWidth: Int
  let cellHeight: Int
  /// The most bytes of one piece; `nil` for no limit.
  let limit: Int?

  /// The pieces from the top left, placed by cells counted from the picture's first.
  func pieces(of image: PixelImage) throws(GraphicsFailure) -> [RenderedPicture.Piece] {
    try pieces(
      of: image,
      in: Rect(
        column: 0, row: 0, columns: (image.width + cellWidth - 1) / cellWidth,
        rows: (image.height + cellHeight - 1) / cellHeight), by: encoder)
  }

  private func pieces(
    of image: PixelImage, in area: Rect, by encoder: any GraphicsEncoder
  ) throws(GraphicsFailure) -> [RenderedPicture.Piece] {
    let part = pixels(of: image, in: area)
    if part.width <= encoder.mostPixels.width, part.height <= encoder.mostPixels.height {
      guard let graphic = try encoder.encode(part, cells: area.size) else { return [] }
      if graphic.cost <= limit ?? .max { return [RenderedPicture.Piece(area: area, graphic: graphic)] }
    }
    if let halves = halves(of: area, quantum: encoder.rowQuantum) {
      return try pieces(of: image, in: halves.0, by: encoder) + pieces(of: image, in: halves.1, by: encoder)
    }
    if let coarser = encoder.coarser { return try pieces(of: image, in: area, by: coarser) }
    // A cell that no way of writing makes small enough stays as it is rather than missing.
    guard let graphic = try encoder.encode(part, cells: area.size) else { return [] }
    return [RenderedPicture.Piece(area: area, graphic: graphic)]
  }

  /// Two parts of nearly equal extent, cut across the longer side where that is possible.
  private func halves(of area: Rect, quantum: Int) -> (Rect, Rect)? {
    var (first, second) = (area, area)
    let quanta = (area.rows + quantum - 1) / quantum
    let isTall = area.rows * cellHeight >= area.columns * cellWidth
    if quanta > 1, isTall || area.columns < 2 {
      first = second.takeTop(quanta / 2 * quantum)
      return (first, second)
    }
    guard area.columns > 1 else { return nil }
    first = second.takeLeft(area.columns / 2)
    return (first, second)
  }

  private func pixels(of image: PixelImage, in area: Rect) -> PixelImage {
    let (x, y) = (area.column * cellWidth, area.row * cellHeight)
    return image.cropped(
      x: x, y: y, width: min(image.width - x, area.columns * cellWidth),
      height: min(image.height - y, area.rows * cellHeight))
  }
}

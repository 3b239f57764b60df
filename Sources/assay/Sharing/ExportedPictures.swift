internal import Embeddings
internal import Explorer
internal import Imaging
internal import Relevance
internal import RemoteEncoder
internal import Storage
internal import TerminalUI

/// The pictures of an export: small, and free of whatever else their files carry.
struct ExportedPictures {
  /// Where they are; `nil` when the catalogue is gone.
  let folder: PictureFolder?
  /// The longer side in pixels.
  private static let side = 160
  /// Pixels between the pictures of a sheet.
  private static let gap = 8
  /// Lines under each picture of a sheet: rank and id, then the title.
  private static let captionLines = 2

  /// A picture as PNG; `nil` when it can't be shown.
  func png(_ picture: PictureID) -> [UInt8]? {
    thumbnail(picture).flatMap { PNG.file(of: $0) }
  }

  /// Every item of every column side by side, best first, each under its picture named by rank, id and title; `nil` when
  /// none has a picture.
  func sheet(of comparison: ComparisonSnapshot) -> [UInt8]? {
    let lines = comparison.columns.map(\.rows.count).max() ?? 0
    let width = Self.side + Self.gap
    let caption = Self.captionLines * CaptionFont.height
    let height = Self.side + caption + Self.gap
    let head = CaptionFont.height + Self.gap
    var canvas = PixelCanvas(
      width: comparison.columns.count * width + Self.gap, height: head + lines * height + Self.gap)
    var isEmpty = true
    for (place, column) in comparison.columns.enumerated() {
      let left = Self.gap + place * width
      canvas.write("\(column.letter) \(column.name)", column: left, row: Self.gap, columns: Self.side)
      for (line, row) in column.rows.enumerated() {
        let top = head + Self.gap + line * height
        if let picture = row.card.picture.flatMap(thumbnail) {
          isEmpty = false
          canvas.draw(
            picture, column: left + (Self.side - picture.width) / 2,
            row: top + (Self.side - picture.height) / 2)
        }
        let names = ["\(row.rank) \(row.card.id.text)", row.card.title]
        for (index, text) in names.enumerated() {
          canvas.write(
            text, column: left, row: top + Self.side + index * CaptionFont.height, columns: Self.side)
        }
      }
    }
    return isEmpty ? nil : PNG.file(of: canvas.image)
  }

  private func thumbnail(_ picture: PictureID) -> PixelImage? {
    let decoder = PictureDecoder()
    guard case .file(let path)? = folder?.locate(picture.path),
      let bytes = try? PictureFile.read(path, limit: decoder.byteLimit),
      let image = try? decoder.decode(bytes, fittingWidth: Self.side, height: Self.side).image
    else { return nil }
    let extent = PixelImage.extent(
      of: (image.width, image.height), fitting: (Self.side, Self.side), enlarging: false)
    return image.scaled(toWidth: extent.width, height: extent.height)
  }
}

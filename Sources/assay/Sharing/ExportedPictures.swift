internal import Embeddings
internal import Explorer
internal import Imaging
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
  /// How many ranks a sheet shows.
  private static let sheetRows = 10

  /// A picture as PNG; `nil` when it can't be shown.
  func png(_ picture: PictureID) -> [UInt8]? {
    thumbnail(picture).flatMap { PNG.file(of: $0) }
  }

  /// The first items of every column side by side, best first, as one PNG; `nil` when none has a picture.
  func sheet(of comparison: ComparisonSnapshot) -> [UInt8]? {
    let rows = min(Self.sheetRows, comparison.columns.map(\.rows.count).max() ?? 0)
    let cell = Self.side + Self.gap
    var canvas = Canvas(
      width: comparison.columns.count * cell + Self.gap, height: rows * cell + Self.gap)
    var isEmpty = true
    for (place, column) in comparison.columns.enumerated() {
      for (line, row) in column.rows.prefix(rows).enumerated() {
        guard let picture = row.card.picture.flatMap(thumbnail) else { continue }
        isEmpty = false
        canvas.draw(
          picture, column: Self.gap + place * cell + (Self.side - picture.width) / 2,
          row: Self.gap + line * cell + (Self.side - picture.height) / 2)
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

  /// White pixels to draw pictures on.
  private struct Canvas {
    private let width: Int
    private let height: Int
    private var pixels: [UInt8]

    init(width: Int, height: Int) {
      self.width = max(1, width)
      self.height = max(1, height)
      pixels = Array(repeating: 255, count: self.width * self.height * 3)
    }

    var image: PixelImage { PixelImage(width: width, height: height, pixels: pixels) }

    mutating func draw(_ picture: PixelImage, column: Int, row: Int) {
      for line in 0..<picture.height {
        let from = line * picture.width * 3
        let to = ((row + line) * width + column) * 3
        pixels.replaceSubrange(
          to..<to + picture.width * 3, with: picture.pixels[from..<from + picture.width * 3])
      }
    }
  }
}

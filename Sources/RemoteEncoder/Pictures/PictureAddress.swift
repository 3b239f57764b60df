internal import Embeddings
internal import Foundation

/// A picture as text that servers take for an address: `data:image/png;base64,…`.
enum PictureAddress {
  /// The address of a picture, scaled down to at most `pixels` pixels; `nil` when memory is out.
  static func of(_ picture: PixelImage, atMost pixels: Int) -> String? {
    PNG.file(of: scaled(picture, atMost: pixels)).map {
      "data:image/png;base64," + Data($0).base64EncodedString()
    }
  }

  private static func scaled(_ picture: PixelImage, atMost pixels: Int) -> PixelImage {
    guard picture.width * picture.height > pixels else { return picture }
    let share = (Double(pixels) / Double(picture.width * picture.height)).squareRoot()
    let width = max(1, Int(Double(picture.width) * share))
    let height = max(1, min(Int(Double(picture.height) * share), pixels / width))
    return picture.scaled(toWidth: width, height: height)
  }
}

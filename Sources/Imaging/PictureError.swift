/// Why a file could not be shown as a picture.
package enum PictureError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file is larger than any catalogue picture needs to be.
  case tooManyBytes(Int, limit: Int)
  /// The header claims more pixels than will be allocated.
  case tooManyPixels(width: Int, height: Int, limit: Int)
  /// The first bytes are those of no format that can be decoded.
  case unknownFormat
  /// The file begins like its format and then breaks its rules.
  case damaged(PictureFormat)
  /// The file is well formed but of a kind that can't be decoded here, such as an animation without pictures.
  case unsupported(PictureFormat)

  package var description: String {
    switch self {
    case .tooManyBytes(let count, let limit):
      "the picture file has \(count) bytes; at most \(limit) are read: store a smaller copy"
    case .tooManyPixels(let width, let height, let limit):
      "the picture says it is \(width)×\(height) pixels; at most \(limit) are decoded: store a smaller copy"
    case .unknownFormat: "not a JPEG, PNG, WebP or GIF file, whatever its name: convert it to one of these"
    case .damaged(let format): "the \(format) file is damaged or cut off: replace it"
    case .unsupported(let format):
      "this kind of \(format) file is not supported: store a still picture"
    }
  }
}

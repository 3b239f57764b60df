internal import CImaging

/// The picture formats that can be decoded, told apart by their first bytes.
package enum PictureFormat: Hashable, Sendable, CustomStringConvertible {
  case jpeg, png, webp, gif

  /// The format of a file that begins with `bytes`, or `nil` when it is none of these; names are never trusted.
  package init?(sniffing bytes: [UInt8]) {
    switch assay_sniff(bytes, bytes.count) {
    case ASSAY_FORMAT_JPEG: self = .jpeg
    case ASSAY_FORMAT_PNG: self = .png
    case ASSAY_FORMAT_WEBP: self = .webp
    default:
      guard ["GIF87a", "GIF89a"].contains(where: { bytes.starts(with: $0.utf8) }) else { return nil }
      self = .gif
    }
  }

  /// The name people use.
  package var description: String {
    switch self {
    case .jpeg: "JPEG"
    case .png: "PNG"
    case .webp: "WebP"
    case .gif: "GIF"
    }
  }

  /// The format as the adapter names it; GIF is read here.
  var code: assay_format {
    switch self {
    case .jpeg: ASSAY_FORMAT_JPEG
    case .png: ASSAY_FORMAT_PNG
    case .webp: ASSAY_FORMAT_WEBP
    case .gif: ASSAY_FORMAT_UNKNOWN
    }
  }
}

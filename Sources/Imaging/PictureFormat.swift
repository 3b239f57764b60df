internal import CImaging

/// The picture formats that can be decoded, told apart by their first bytes.
package enum PictureFormat: Hashable, Sendable {
  case jpeg, png, webp

  /// The format of a file that begins with `bytes`, or `nil` when it is none of these; names are never trusted.
  package init?(sniffing bytes: [UInt8]) {
    switch assay_sniff(bytes, bytes.count) {
    case ASSAY_FORMAT_JPEG: self = .jpeg
    case ASSAY_FORMAT_PNG: self = .png
    case ASSAY_FORMAT_WEBP: self = .webp
    default: return nil
    }
  }
}

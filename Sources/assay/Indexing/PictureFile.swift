internal import Foundation
internal import Imaging

/// Reads picture files whole, but never more than a decoder would take.
enum PictureFile {
  /// The file's bytes; a file that is too large throws before it is read.
  static func read(_ path: String, limit: Int) throws -> [UInt8] {
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? handle.close() }
    let size = Int(try handle.seekToEnd())
    guard size <= limit else { throw PictureError.tooManyBytes(size, limit: limit) }
    try handle.seek(toOffset: 0)
    return [UInt8](try handle.readToEnd() ?? Data())
  }
}

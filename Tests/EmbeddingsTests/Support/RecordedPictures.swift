import Foundation

/// The files of `Fixtures/pictures`.
enum RecordedPictures {
  /// The bytes of a file.
  static func contents(_ file: String) throws -> Data {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Fixtures/pictures")
    return try Data(contentsOf: folder.appendingPathComponent(file))
  }

  /// FNV-1a of 64 bits in hexadecimal.
  static func digest(_ bytes: [UInt8]) -> String {
    let state = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

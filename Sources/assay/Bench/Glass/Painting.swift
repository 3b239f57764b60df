internal import Relevance
internal import TerminalUI

/// A sixel picture that a glass was given.
struct Painting: Hashable {
  /// The cells its pixels touch.
  let area: Rect
  /// A digest of its bytes: equal for the same picture, encoded for the same cells.
  let digest: UInt64
}

/// A device control string as it comes in: what is needed of it to know which sixel picture it was.
struct SixelReader {
  private var head: [UInt8] = []
  private var digest = FNV1a()

  /// Long enough for the introducer and the raster attributes.
  private static let headLength = 48

  mutating func take(_ byte: UInt8) {
    digest.add(byte)
    if head.count < Self.headLength { head.append(byte) }
  }

  /// The picture with its corner at a cell, or `nil` when the string was no sixel that names its extent.
  func painting(column: Int, row: Int, cell: (width: Int, height: Int)) -> Painting? {
    // `q "1;1;WIDTH;HEIGHT`: pixels across and down stand third and fourth.
    guard let quote = head.firstIndex(of: UInt8(ascii: "\"")), head[..<quote].contains(UInt8(ascii: "q"))
    else { return nil }
    let attributes = head[(quote + 1)...].prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ";") }
    let numbers = attributes.split(separator: UInt8(ascii: ";")).compactMap {
      Int(String(decoding: $0, as: UTF8.self))
    }
    guard numbers.count == 4 else { return nil }
    let area = Rect(
      column: column, row: row, columns: (numbers[2] + cell.width - 1) / cell.width,
      rows: (numbers[3] + cell.height - 1) / cell.height)
    return Painting(area: area, digest: digest.value)
  }
}

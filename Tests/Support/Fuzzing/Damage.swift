/// Changes to bytes as disks, editors and adversaries make them.
package struct Damage {
  /// What the bytes are made of, to be strewn in; empty for binary files.
  private let pieces: [[UInt8]]

  /// Damage that knows some pieces of a text format.
  package init(pieces: [String] = []) {
    self.pieces = pieces.map { Array($0.utf8) }
  }

  /// The bytes with 1 to `most` changes within `range`; they may become fewer or more.
  package func applied(
    to bytes: [UInt8], within range: Range<Int>? = nil, most: Int = 4, using generator: inout SeededGenerator
  ) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...most, using: &generator) {
      change(&bytes, within: (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count), using: &generator)
    }
    return bytes
  }

  /// The bytes with 1 to `most` changes within `range` that leave their number as it is.
  package func inPlace(
    _ bytes: [UInt8], within range: Range<Int>? = nil, most: Int = 4, using generator: inout SeededGenerator
  ) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...most, using: &generator) {
      overwrite(&bytes, within: range ?? 0..<bytes.count, using: &generator)
    }
    return bytes
  }

  private func change(
    _ bytes: inout [UInt8], within range: Range<Int>, using generator: inout SeededGenerator
  ) {
    let place = Int.random(in: range.lowerBound...range.upperBound, using: &generator)
    let part = self.part(of: bytes, in: range, using: &generator)
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: bytes.removeSubrange(place...)
    case 1: bytes.removeSubrange(part)
    case 2: bytes.insert(contentsOf: Array(bytes[part]), at: place)
    case 3:
      bytes.insert(
        contentsOf: Self.noise(Int.random(in: 1...64, using: &generator), using: &generator), at: place)
    case 4, 5:
      guard let piece = pieces.randomElement(using: &generator) else { break }
      let times =
        Int.random(in: 0..<20, using: &generator) == 0 ? Int.random(in: 1...5000, using: &generator) : 1
      bytes.insert(contentsOf: (0..<times).flatMap { _ in piece }, at: place)
    default: overwrite(&bytes, within: range, using: &generator)
    }
  }

  private func overwrite(
    _ bytes: inout [UInt8], within range: Range<Int>, using generator: inout SeededGenerator
  ) {
    guard let place = range.randomElement(using: &generator) else { return }
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 2, 3:
      // A number, at the place such a number would have.
      let width = [1, 2, 4, 8].randomElement(using: &generator) ?? 1
      let start = place / width * width
      let number = Self.number(near: bytes.count, using: &generator)
      for byte in 0..<width where range.contains(start + byte) {
        bytes[start + byte] = UInt8(truncatingIfNeeded: number >> UInt64(8 * byte))
      }
    case 4:
      for index in part(of: bytes, in: range, using: &generator) {
        bytes[index] = UInt8.random(in: 0...255, using: &generator)
      }
    default:
      let (from, to) = (
        part(of: bytes, in: range, using: &generator), part(of: bytes, in: range, using: &generator)
      )
      for (first, second) in zip(from, to) { bytes.swapAt(first, second) }
    }
  }

  private func part(
    of bytes: [UInt8], in range: Range<Int>, using generator: inout SeededGenerator
  ) -> Range<Int> {
    let start = Int.random(in: range.lowerBound...range.upperBound, using: &generator)
    let longest = min(range.upperBound - start, Bool.random(using: &generator) ? 16 : 1 << 16)
    return start..<start + Int.random(in: 0...longest, using: &generator)
  }

  /// Numbers at which comparisons and sums go wrong.
  private static func number(near size: Int, using generator: inout SeededGenerator) -> UInt64 {
    let numbers: [UInt64] = [
      0, 1, 2, 3, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 1 << 32, 1 << 40,
      1 << 62, 1 << 63 - 1, 1 << 63, .max, .max - 1, UInt64(size), UInt64(size) + 1, UInt64(size / 2),
      // As float32: infinite, not a number, the largest, the smallest.
      0x7f80_0000, 0xff80_0000, 0x7fc0_0000, 0x7f7f_ffff, 0x0000_0001,
    ]
    return numbers.randomElement(using: &generator) ?? 0
  }

  /// Random bytes.
  package static func noise(_ count: Int, using generator: inout SeededGenerator) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }
}

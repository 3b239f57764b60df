internal import Relevance

/// The SHA-1 message digest (FIPS 180-4), by which Git names content; it protects against accidents, not against malice.
package enum SHA1 {
  private static let blockSize = 64

  /// The name that Git gives a file of this content: the digest of `blob`, its size, a zero byte and the content, as 40
  /// lower-case hexadecimal digits.
  package static func gitBlob(_ content: [UInt8]) -> String {
    Hexadecimal.string(of: digest(of: Array("blob \(content.count)".utf8) + [0] + content))
  }

  /// The 20 bytes that identify a message; all of it is held in memory.
  package static func digest(of message: [UInt8]) -> [UInt8] {
    let zeros = (blockSize + 55 - message.count % blockSize) % blockSize
    var padded = message + [0x80] + [UInt8](repeating: 0, count: zeros)
    withUnsafeBytes(of: UInt64(message.count * 8).bigEndian) { padded.append(contentsOf: $0) }
    var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
    for start in stride(from: 0, to: padded.count, by: blockSize) {
      add(padded[start..<start + blockSize], to: &state)
    }
    return state.flatMap { word in withUnsafeBytes(of: word.bigEndian) { Array($0) } }
  }

  private static func add(_ block: ArraySlice<UInt8>, to state: inout [UInt32]) {
    var words = [UInt32](repeating: 0, count: 80)
    for (index, byte) in block.enumerated() { words[index / 4] = words[index / 4] << 8 | UInt32(byte) }
    for index in 16..<80 {
      words[index] = rotated(
        words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16], by: 1)
    }
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for index in 0..<80 {
      let (mixed, constant): (UInt32, UInt32) =
        switch index / 20 {
        case 0: (b & c | ~b & d, 0x5a82_7999)
        case 1: (b ^ c ^ d, 0x6ed9_eba1)
        case 2: (b & c | b & d | c & d, 0x8f1b_bcdc)
        default: (b ^ c ^ d, 0xca62_c1d6)
        }
      let next = rotated(a, by: 5) &+ mixed &+ e &+ constant &+ words[index]
      (e, d, c, b, a) = (d, c, rotated(b, by: 30), a, next)
    }
    for (index, word) in [a, b, c, d, e].enumerated() { state[index] = state[index] &+ word }
  }

  private static func rotated(_ word: UInt32, by count: UInt32) -> UInt32 {
    word << count | word >> (32 - count)
  }
}

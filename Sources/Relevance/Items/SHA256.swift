/// The SHA-256 message digest (FIPS 180-4), fed piece by piece.
///
/// Names content: typed queries, items, encoders. It is not used for secrets, so it makes no attempt at constant
/// time. Splitting the input into pieces differently never changes the digest.
package struct SHA256: Sendable {
  /// The 32 bytes that identify a message.
  package typealias Digest = [UInt8]

  private static let blockSize = 64

  private var state = CompressionState()
  /// Bytes that do not fill a block yet.
  private var rest: [UInt8] = []
  private var length: UInt64 = 0

  /// Starts an empty message.
  package init() {}

  /// Appends bytes to the message.
  package mutating func update(_ bytes: some Sequence<UInt8>) {
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { update(UnsafeRawBufferPointer($0)) }
    if isDone == nil { Array(bytes).withUnsafeBytes { update($0) } }
  }

  /// Appends the UTF-8 bytes of `text`.
  package mutating func update(_ text: String) {
    update(text.utf8)
  }

  /// The digest of everything fed so far; the message may go on afterwards.
  package func digest() -> Digest {
    let zeros = (Self.blockSize + 55 - rest.count) % Self.blockSize
    var padding = [0x80] + [UInt8](repeating: 0, count: zeros)
    withUnsafeBytes(of: (length &* 8).bigEndian) { padding.append(contentsOf: $0) }
    var padded = self
    padded.update(padding)
    return padded.state.bytes
  }

  /// The digest of `bytes` as 64 lower-case hexadecimal digits.
  package static func hexDigest(of bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return Hexadecimal.string(of: hash.digest())
  }

  private mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var position = 0
    if !rest.isEmpty {
      position = min(Self.blockSize - rest.count, bytes.count)
      rest.append(contentsOf: bytes[..<position])
      guard rest.count == Self.blockSize else { return }
      let block = rest
      block.withUnsafeBytes { state.add($0) }
      rest.removeAll(keepingCapacity: true)
    }
    while position + Self.blockSize <= bytes.count {
      state.add(UnsafeRawBufferPointer(rebasing: bytes[position..<position + Self.blockSize]))
      position += Self.blockSize
    }
    rest.append(contentsOf: bytes[position...])
  }
}

/// The eight words that summarise the blocks so far (FIPS 180-4, 6.2).
private struct CompressionState {
  private var words: InlineArray<8, UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  /// The words, each with its most significant byte first.
  var bytes: [UInt8] {
    (0..<32).map { UInt8(truncatingIfNeeded: words[$0 / 4] >> UInt32(24 - 8 * ($0 % 4))) }
  }

  /// Adds a block of 64 bytes.
  mutating func add(_ block: UnsafeRawBufferPointer) {
    let schedule = Self.schedule(of: block)
    var (a, b, c, d) = (words[0], words[1], words[2], words[3])
    var (e, f, g, h) = (words[4], words[5], words[6], words[7])
    for round in 0..<64 {
      let sum1 = e.rotatedRight(6) ^ e.rotatedRight(11) ^ e.rotatedRight(25)
      let choice = (e & f) ^ (~e & g)
      let mixed = h &+ sum1 &+ choice &+ Self.roundConstants[round] &+ schedule[round]
      let sum0 = a.rotatedRight(2) ^ a.rotatedRight(13) ^ a.rotatedRight(22)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ mixed, c, b, a, mixed &+ sum0 &+ majority)
    }
    let added: InlineArray<8, UInt32> = [a, b, c, d, e, f, g, h]
    for index in 0..<8 { words[index] &+= added[index] }
  }

  private static func schedule(of block: UnsafeRawBufferPointer) -> InlineArray<64, UInt32> {
    var schedule = InlineArray<64, UInt32>(repeating: 0)
    for word in 0..<16 {
      schedule[word] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 4 * word, as: UInt32.self))
    }
    for word in 16..<64 {
      let early = schedule[word - 15]
      let late = schedule[word - 2]
      let sigma0 = early.rotatedRight(7) ^ early.rotatedRight(18) ^ (early >> 3)
      let sigma1 = late.rotatedRight(17) ^ late.rotatedRight(19) ^ (late >> 10)
      schedule[word] = schedule[word - 16] &+ sigma0 &+ schedule[word - 7] &+ sigma1
    }
    return schedule
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let roundConstants: InlineArray<64, UInt32> = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}

extension UInt32 {
  fileprivate func rotatedRight(_ count: UInt32) -> UInt32 {
    (self >> count) | (self << (32 - count))
  }
}

import TestSupport
import Testing

@testable import Storage

@Suite struct CRC32CTests {
  /// The check values of RFC 3720, appendix B.4, and the customary one.
  @Test func matchesPublishedValues() {
    #expect(CRC32C.checksum(of: Array("123456789".utf8)) == 0xe306_9283)
    #expect(CRC32C.checksum(of: [UInt8](repeating: 0, count: 32)) == 0x8a91_36aa)
    #expect(CRC32C.checksum(of: [UInt8](repeating: 0xff, count: 32)) == 0x62a8_ab43)
    #expect(CRC32C.checksum(of: (0..<32).map { UInt8($0) }) == 0x46dd_794e)
    #expect(CRC32C.checksum(of: [UInt8]()) == 0)
  }

  @Test func doesNotDependOnHowItIsFed() {
    let bytes = (0..<200).map { UInt8(truncatingIfNeeded: $0 &* 73) }
    for cut in 0...200 {
      var checksum = CRC32C()
      bytes[..<cut].withUnsafeBytes { checksum.update($0) }
      bytes[cut...].withUnsafeBytes { checksum.update($0) }
      #expect(checksum.value == CRC32C.checksum(of: bytes), "cut at \(cut)")
    }
  }

  /// Bit by bit as the polynomial is defined.
  private func oracle(_ bytes: [UInt8]) -> UInt32 {
    var state: UInt32 = 0xffff_ffff
    for byte in bytes {
      state ^= UInt32(byte)
      for _ in 0..<8 { state = state & 1 == 1 ? (state >> 1) ^ 0x82f6_3b78 : state >> 1 }
    }
    return ~state
  }

  @Test func agreesWithTheDefinitionAtEveryLength() {
    var random = SeededGenerator(seed: 3)
    for length in 0..<70 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      var byTable = CRC32C()
      bytes.withUnsafeBytes { byTable.updateByTable($0) }
      #expect(CRC32C.checksum(of: bytes) == oracle(bytes), "length \(length)")
      #expect(byTable.value == oracle(bytes), "length \(length)")
    }
  }
}

import TestSupport
import Testing

@testable import OpenVINOBackend

@Suite struct FlatBufferTests {
  /// A root table at 16 without field 0, with a text in field 1 and two numbers in field 2; its layout is at 4.
  private let bytes: [UInt8] =
    [16, 0, 0, 0] + [10, 0, 12, 0, 0, 0, 4, 0, 8, 0, 0, 0] + [12, 0, 0, 0, 8, 0, 0, 0, 12, 0, 0, 0]
    + [2, 0, 0, 0, 0x68, 0x69, 0, 0] + [2, 0, 0, 0, 7, 0, 0, 0, 9, 0, 0, 0]

  @Test func readsTextsAndVectors() throws {
    let root = try FlatBuffer(bytes).root()
    #expect(try root.text(1) == "hi")
    #expect(try root.vector(2)?.numbers(Int32.self) == [7, 9])
    #expect(try root.text(0) == nil)
    #expect(try root.vector(9) == nil)
  }

  @Test func neverReadsOutside() {
    var generator = SeededGenerator(seed: 3)
    for count in 0..<bytes.count {
      var cut = Array(bytes.prefix(count))
      // Damage, too, may only lead to an error or to other values.
      if count > 0 {
        cut[Int.random(in: 0..<count, using: &generator)] = .random(in: 0...255, using: &generator)
      }
      _ = try? FlatBuffer(cut).root().text(1)
      _ = try? FlatBuffer(cut).root().vector(2)?.tables().first?.text(0)
    }
    #expect(throws: FlatBuffer.Mistake.self) {
      _ = try FlatBuffer(Array(bytes.dropLast())).root().vector(2)?.numbers(Int32.self)
    }
  }
}

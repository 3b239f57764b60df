import TestSupport
import Testing

@testable import Retrieval

@Suite struct FoldingTests {
  private func slowly(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    Folding.foldSlowly(text, into: &bytes)
    return bytes
  }

  @Test func everyScalarFoldsAsDefined() {
    for value in 0...0x3_0000 as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      guard Folding.folded(text) != slowly(text) else { continue }
      Issue.record("U+\(String(value, radix: 16))")
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func anySequenceFoldsAsDefined(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7e, 0xc0...0x17f, 0x300...0x36f, 0x370...0x52f, 0x591...0x5c7, 0x1e00...0x206f,
      0xac00...0xac20,
    ]
    for _ in 0..<200 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let range = ranges[Int.random(in: ranges.indices, using: &generator)]
        Unicode.Scalar(UInt32.random(in: range, using: &generator)).map { text.append($0) }
      }
      #expect(Folding.folded(String(text)) == slowly(String(text)), "\(text.map(\.value))")
    }
  }

  @Test(arguments: [
    ("Синий", "синий"), ("сини\u{438}\u{306}", "сини\u{439}"), ("ЁЛКА", "елка"), ("Ångström", "angstrom"),
  ])
  func lettersOfTheirOwnStay(text: String, folded: String) {
    #expect(Folding.folded(text) == Array(folded.utf8))
  }
}

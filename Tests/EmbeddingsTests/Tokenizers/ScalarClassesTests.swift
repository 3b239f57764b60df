import Testing

@testable import Embeddings

/// Every scalar of Unicode against the classes and mappings of the reference.
@Suite struct ScalarClassesTests {
  private struct Recorded: Decodable {
    /// First and last scalar of each run in a class, one after another.
    let classes: [String: [UInt32]]
    /// For each block of 4,096 scalars the digest of their images; empty where all stay as they are.
    let mappings: [String: [String: String]]
  }

  private static let classes: [(name: String, contains: @Sendable (Unicode.Scalar) -> Bool)] = [
    ("space", \.isSpace), ("letter", \.isLetter), ("number", \.isNumber), ("digit", \.isDigit),
    ("word", \.isWord), ("numeric", \.isNumeric), ("punctuation", \.isPunctuation),
    ("dropped", \.isDroppedByCleaning), ("nonspacing", \.isNonspacingMark), ("combining", \.isCombiningMark),
    ("ideograph", \.isIdeograph),
  ]

  @Test func classesAreTheReferences() throws {
    let recorded = try TokenizerFixtures.decoded(Recorded.self, from: "classes.json").classes
    #expect(recorded.count == Self.classes.count)
    for (name, contains) in Self.classes {
      let runs = try #require(recorded[name])
      var members = [Bool](repeating: false, count: 0x110000)
      for start in stride(from: 0, to: runs.count, by: 2) {
        for value in runs[start]...runs[start + 1] { members[Int(value)] = true }
      }
      let mistaken = Self.checked.first { contains($0) != members[Int($0.value)] }
      #expect(mistaken == nil, "\(name): \(mistaken?.escaped(asASCII: true) ?? "")")
    }
  }

  /// Every scalar of the planes that have characters, and a sample of the others.
  private static let checked: [Unicode.Scalar] =
    ([0..<0x34000, 0xe0000..<0xe0200].joined().map { $0 } + stride(from: 0x34000, to: 0x110000, by: 251))
    .compactMap { Unicode.Scalar(UInt32($0)) }

  @Test(arguments: ["Lowercase", "NFC", "NFD", "NFKC", "NFKD"]) func mappingsAreTheReferences(name: String)
    throws
  {
    let recorded = try TokenizerFixtures.decoded(Recorded.self, from: "classes.json").mappings
    let blocks = try #require(recorded[name])
    #expect(blocks.count == 272)
    for (block, digest) in blocks {
      let first = try #require(UInt32(block)) * 4_096
      // A sample where nothing changes: ideographs, private use and what is not assigned.
      let step = digest.isEmpty ? 61 : 1
      let values = stride(from: first, to: first + 4_096, by: step)
      #expect(self.digest(of: values, name) == digest, "\(name), scalars from \(first)")
    }
  }

  /// FNV-1a over the images' UTF-8, a zero byte after each; empty when every scalar is its own image.
  private func digest(of values: some Sequence<UInt32>, _ name: String) -> String {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    var changes = false
    for scalar in values.compactMap(Unicode.Scalar.init) {
      var image = [scalar]
      if let form = UnicodeForm(rawValue: name) {
        form.apply(to: &image)
      } else {
        LowercaseNormalizer.lowercase(&image)
      }
      if image != [scalar] { changes = true }
      for byte in Array(String(image).utf8) + [0] { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    guard changes else { return "" }
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

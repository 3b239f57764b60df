import Foundation
import JSON
import TestSupport
import Testing

@testable import OpenVINOBackend

/// A tiny model with random weights and the vectors that the reference gives for it.
struct Miniature {
  let name: String

  var folder: String { Fixtures.url("miniatures/\(name)").path }

  /// The recorded texts of a member of `expected.json`.
  func texts(_ member: String = "cases") throws -> [RecordedText] {
    try RecordedText.read("miniatures/\(name)/expected.json", member: member)
  }

  /// The recorded vectors of the pictures 0, 1, 2….
  func pictures() throws -> [[Float]] {
    let value = try JSONParser.parse(
      [UInt8](Data(contentsOf: Fixtures.url("miniatures/\(name)/expected.json"))))
    return try #require(value["pictures"]?.elements).map { try #require($0.elements).map { try $0.float } }
  }

  func textModel(_ settings: ModelSettings = ModelSettings()) throws -> TextModel {
    try TextModel.open(folder: folder, settings: settings, runtime: TestRuntime.open())
  }

  func pictureModel(_ settings: ModelSettings = ModelSettings()) throws -> PictureModel {
    try PictureModel.open(folder: folder, settings: settings, runtime: TestRuntime.open())
  }

  /// A copy of the folder in which some texts of files are replaced.
  func altered(_ changes: [(file: String, from: String, to: String)]) throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) where name.contains(".") {
      try FileManager.default.createDirectory(
        at: copy.url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: folder + "/" + name, toPath: copy.path(name))
    }
    for change in changes {
      let text = try copy.read(change.file)
      try #require(text.contains(change.from))
      try copy.write(text.replacingOccurrences(of: change.from, with: change.to), to: change.file)
    }
    return copy
  }

  /// A picture by the formula that the reference uses: channels first, values in −1…1.
  static func picture(size: Int, number: Int) -> [Float] {
    (0..<3 * size * size).map { index in
      Float(Double((index * 7919 + number * 104729 + index * index % 977) % 2001) / 1000 - 1)
    }
  }
}

/// Checks vectors against recorded ones.
func expectVectors(
  _ vectors: [[Float]], _ expected: [[Float]], within tolerance: Float = 1e-5,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(vectors.count == expected.count, sourceLocation: sourceLocation)
  for (index, pair) in zip(vectors, expected).enumerated() {
    let difference = largestDifference(pair.0, pair.1)
    #expect(difference <= tolerance, "vector \(index)", sourceLocation: sourceLocation)
  }
}

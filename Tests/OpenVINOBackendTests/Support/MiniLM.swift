import Foundation
import JSON
import Testing

/// all-MiniLM-L6-v2, whose folder `$ASSAY_MINILM` names, and the vectors recorded for it.
enum MiniLM {
  static let absence: Comment = "needs OpenVINO and the folder of all-MiniLM-L6-v2 in $ASSAY_MINILM"

  static let folder: String? = ProcessInfo.processInfo.environment["ASSAY_MINILM"].flatMap { folder in
    FileManager.default.fileExists(atPath: folder + "/model.safetensors") ? folder : nil
  }

  static var canRun: Bool { folder != nil && TestRuntime.place != nil }
}

/// A text's token ids and the vector that the reference gives.
struct RecordedText {
  let ids: [Int32]
  let vector: [Float]

  /// Reads a member of a fixture.
  static func read(_ fixture: String, member: String = "cases") throws -> [RecordedText] {
    let value = try JSONParser.parse([UInt8](Data(contentsOf: Fixtures.url(fixture))))
    return try #require(value[member]?.elements).map { entry in
      RecordedText(
        ids: try #require(entry["ids"]?.elements).map { Int32($0.int ?? -1) },
        vector: try #require(entry["vector"]?.elements).map { try $0.float })
    }
  }
}

/// The files recorded beside these tests.
enum Fixtures {
  static func url(_ name: String, filePath: String = #filePath) -> URL {
    URL(fileURLWithPath: filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures").appendingPathComponent(name)
  }
}

extension JSONValue {
  /// The elements of an array.
  var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The value of a number.
  var float: Float {
    get throws {
      guard case .number(let digits) = self else { throw NotANumber() }
      return try #require(Float(digits))
    }
  }

  private struct NotANumber: Error {}
}

/// The largest difference of two vectors' components; infinite when their lengths differ.
func largestDifference(_ left: [Float], _ right: [Float]) -> Float {
  guard left.count == right.count else { return .infinity }
  return zip(left, right).map { ($0 - $1).magnitude }.max() ?? 0
}

import Embeddings
import Foundation
import TestSupport
import Testing

/// Numbers of the reference implementation for 4,012 difficult strings and four tokenizers, two of them real.
@Suite(
  .enabled(if: SharedData.path("tokenizers/strings.json") != nil, Comment(rawValue: SharedData.absence)))
struct ReferenceStringsTests {
  @Test(arguments: ["bert", "clip", "qwen", "xlmr"])
  func givesTheNumbersOfTheReference(name: String) throws {
    let tokenizer = try Tokenizer(json: try contents("\(name).json"), path: "\(name).json")
    let strings = try JSONDecoder().decode([String].self, from: Data(try contents("strings.json")))
    let expected = try JSONDecoder().decode(
      [String: [[Int32]]].self, from: Data(try contents("expected.json")))
    let ids = try #require(expected[name])
    #expect(strings.count == 4_012 && ids.count == strings.count)
    for (text, ids) in zip(strings, ids) {
      #expect(tokenizer.encode(text, limit: nil).ids == ids, "\(text.debugDescription)")
    }
  }

  private func contents(_ file: String) throws -> [UInt8] {
    let path = try #require(SharedData.path("tokenizers/\(file)"))
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }
}

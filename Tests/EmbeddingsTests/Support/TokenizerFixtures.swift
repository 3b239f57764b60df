import Embeddings
import Foundation

/// The recorded tokenizers, strings and numbers in `Fixtures/tokenizers`.
enum TokenizerFixtures {
  /// The miniature tokenizers.
  static let names = ["bert", "clip", "gemma", "llama", "llama-first", "qwen", "roberta", "t5", "xlmr"]

  /// The bytes of a file.
  static func contents(_ file: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Fixtures/tokenizers")
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent(file)))
  }

  /// The value of a JSON file.
  static func decoded<Value: Decodable>(_ type: Value.Type, from file: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(try contents(file)))
  }

  /// The difficult strings.
  static func strings() throws -> [String] {
    try decoded([String].self, from: "strings.json")
  }

  /// A miniature tokenizer.
  static func tokenizer(_ name: String) throws -> Tokenizer {
    try Tokenizer(json: try contents("\(name).json"), path: "\(name).json")
  }
}

internal import Embeddings
internal import Foundation
internal import JSON

/// A JSON file of a model folder, read whole.
struct ConfigurationFile: Sendable {
  let path: String
  let root: ConfigurationSection

  init(path: String) throws(EncoderError) {
    guard let contents = FileManager.default.contents(atPath: path) else {
      throw .malformedModel(path: path, reason: "is missing or can't be read")
    }
    self.path = path
    do {
      root = ConfigurationSection(value: try JSONParser.parse([UInt8](contents)), path: path, place: "")
    } catch {
      throw .malformedModel(path: path, reason: "is not valid JSON: byte \(error.column): \(error.reason)")
    }
  }
}

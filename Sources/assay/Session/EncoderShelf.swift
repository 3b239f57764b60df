internal import Embeddings
internal import Foundation
internal import Retrieval

/// The encoder and word lists in the Assets folder.
struct EncoderShelf {
  private let folder: Result<URL, CommandFailure>

  init(settings: Settings) {
    let locator = AssetLocator(environment: settings.environment)
    folder = Result { () throws(CommandFailure) in try locator.locate() }
  }

  /// The encoder that comes with the program.
  func defaultEncoder() throws -> DefaultEncoder {
    let path = try folder.get().appendingPathComponent("encoder/assay-default-1.safetensors").path
    return try DefaultEncoder(model: try bytes(path), path: path)
  }

  /// The encoder of an index that names it `id`: made-up vectors have theirs, all others the one of the program.
  func encoder(of id: String) throws -> any Encoder {
    if let synthetic = SyntheticEncoder(id: id) { return synthetic }
    return try defaultEncoder()
  }

  /// How text fields are split into terms: stemmed English without the commonest words.
  func analyzer() throws -> Analyzer {
    let path = try folder.get().appendingPathComponent("stopwords/english.txt").path
    return Analyzer(
      stemming: .english, stopWords: StopWordList(parsing: String(decoding: try bytes(path), as: UTF8.self)))
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure.data("\(path): not found; the Assets folder is incomplete")
    }
    return [UInt8](data)
  }
}

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

  /// How text fields are split into terms: stemmed in a language, without its commonest words where there is a list.
  ///
  /// `language` is the name of a stemmer, or `none`; another name throws `CommandFailure` with the known ones.
  func analyzer(language: String) throws -> Analyzer {
    guard let stemming = Stemming(rawValue: language) else {
      let known = Stemming.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandFailure.usage("unknown language '\(language)'; known are \(known)")
    }
    let list = try folder.get().appendingPathComponent("stopwords/\(language).txt").path
    guard FileManager.default.fileExists(atPath: list) else { return Analyzer(stemming: stemming) }
    return Analyzer(
      stemming: stemming, stopWords: StopWordList(parsing: String(decoding: try bytes(list), as: UTF8.self)))
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure.data("\(path): not found; the Assets folder is incomplete")
    }
    return [UInt8](data)
  }
}

import Embeddings
import Foundation
import OpenVINOBackend
import Storage
import TestSupport
import Testing

@testable import assay

/// The runtime and the model folders that tests run encoders with.
enum LocalModels {
  static let runtimeAbsence: Comment =
    "needs OpenVINO 2026.4: install it where assay doctor says, or name its folder in $ASSAY_OPENVINO"
  static let miniLMAbsence: Comment = "needs OpenVINO, and the folder of all-MiniLM-L6-v2 in $ASSAY_MINILM"

  private static let environment = ProcessInfo.processInfo.environment

  /// Where the runtime is, or `nil` when there is none.
  static let runtime: String? = RuntimeSearch.places(environment: environment).first {
    FileManager.default.fileExists(atPath: $0)
  }

  /// The folder of the real model, or `nil` when it or the runtime is not there.
  static let miniLM: String? = environment["ASSAY_MINILM"].flatMap { folder in
    runtime != nil && FileManager.default.fileExists(atPath: folder + "/model.safetensors") ? folder : nil
  }

  /// The folder of a miniature pair of towers with everything a real one has.
  static func miniature(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/models/\(name)").path
  }

  /// The recorded answers of a miniature.
  static func expected(_ name: String) throws -> Expected {
    let data = try Data(contentsOf: URL(filePath: miniature(name) + "/expected.json"))
    return try JSONDecoder().decode(Expected.self, from: data)
  }

  /// An environment whose stores and caches lie in `home`.
  static func environment(in home: TemporaryFolder) -> [String: String] {
    [
      "HOME": home.root.path, "XDG_DATA_HOME": home.path("data"), "XDG_CACHE_HOME": home.path("cache"),
      "ASSAY_OPENVINO": runtime ?? "",
    ]
  }

  /// Adds the model in a folder as the command does and makes its encoder.
  static func encoder(_ folder: String, in home: TemporaryFolder) throws -> LocalEncoder {
    let settings = Settings(environment: environment(in: home))
    let addition = ModelAddition(
      settings: settings, store: try ModelStore(environment: settings.environment), say: { _ in },
      progress: { ProgressLine("", total: $0, isTerminal: false, write: { _ in }) })
    let card = try addition.add(folder, as: "model", declaration: ModelDeclaration())
    return LocalEncoder(card, settings: settings)
  }

  /// The encoder of a miniature pair, opened once for all tests.
  static func pair(_ name: String) throws -> LocalEncoder {
    try #require(pairs[name]).get()
  }

  /// The encoder of the real model, opened once for all tests.
  static let miniLMEncoder = Result { try encoder(of: miniLMCard(), in: TemporaryFolder()) }

  /// A card of the real model without the hashes of its files, which take long in a debug build.
  static func miniLMCard() throws -> ModelCard {
    try card(#require(miniLM), "minilm", dimensions: 384)
  }

  private static let pairs = [("clip", 24), ("siglip", 40), ("siglip2", 40)].reduce(
    into: [String: Result<LocalEncoder, any Error>]()
  ) { pairs, pair in
    pairs[pair.0] = Result {
      try encoder(of: card(miniature(pair.0), pair.0, dimensions: pair.1), in: TemporaryFolder())
    }
  }

  private static func card(_ folder: String, _ name: String, dimensions: Int) throws -> ModelCard {
    let opened = ModelCard.Opened(
      dimensions: dimensions, inputs: [], outputs: [], pooling: nil, runtime: "openvino")
    return ModelCard(name: name, inspection: try ModelInspection(folder), files: [], opened: opened)
  }

  private static func encoder(of card: ModelCard, in home: TemporaryFolder) throws -> LocalEncoder {
    LocalEncoder(card, settings: Settings(environment: environment(in: home)))
  }
}

/// What the reference answers to texts and pictures.
struct Expected: Decodable {
  struct Text: Decodable {
    let text: String
    let ids: [Int32]
    let vector: [Float]
  }

  struct Picture: Decodable {
    let width: Int
    let height: Int
    let vector: [Float]

    var image: PixelImage { PicturePattern.picture(width: width, height: height) }
  }

  let texts: [Text]
  let pictures: [Picture]
  /// The numbers of the difficult strings of the tokenizers' fixtures.
  let difficult: [[Int32]]?
}

/// The largest difference of two vectors' components; infinite when their lengths differ.
func largestDifference(_ left: [Float], _ right: [Float]) -> Float {
  guard left.count == right.count else { return .infinity }
  return zip(left, right).map { ($0 - $1).magnitude }.max() ?? 0
}

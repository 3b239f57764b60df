import Embeddings
import Foundation

/// What the training tool recorded with the shipped weights; `Fixtures/default-encoder/README.md` describes it.
enum DefaultEncoderFixtures {
  struct Texts: Decodable {
    let queries: [Query]
    let items: [Item]
  }

  struct Query: Decodable, Sendable {
    let text: String
    let words: [String]
    let buckets: Buckets?
    let vector: [Float]
  }

  struct Buckets: Decodable {
    let words: [Int]
    let grams: [Int]
    let bigrams: [Int]
  }

  struct Item: Decodable {
    let fields: [String: String]
    let vector: [Float]

    var text: ItemText {
      ItemText(
        title: fields["title"] ?? "", brand: fields["brand"] ?? "", category: fields["category"] ?? "",
        text: fields["text"].map { [$0] } ?? [])
    }
  }

  struct Picture: Decodable {
    struct Samples: Decodable {
      let at: [Int]
      let values: [Float]
    }

    let name: String
    let width: Int
    let height: Int
    let inputSums: [Double]
    let inputSamples: Samples
    let vector: [Float]
  }

  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let folder = repository.appending(path: "Tests/EmbeddingsTests/Fixtures/default-encoder")
  private static let weights = repository.appending(path: "Assets/encoder/assay-default-1.safetensors")
  private static let opened = Result {
    try DefaultEncoder(model: [UInt8](Data(contentsOf: weights)), path: weights.path)
  }

  /// The shipped encoder, opened once.
  static func encoder() throws -> DefaultEncoder { try opened.get() }

  static func texts() throws -> Texts { try decoded("text.json") }

  static func pictures() throws -> [Picture] { try decoded("images.json") }

  static func pixels(of picture: Picture) throws -> PixelImage {
    let bytes = try Data(contentsOf: folder.appending(path: "\(picture.name).rgb"))
    return PixelImage(width: picture.width, height: picture.height, pixels: [UInt8](bytes))
  }

  /// One array of the layer-by-layer trace, channels first.
  static func trace(_ name: String) throws -> [Float] {
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "trace/\(name).f32")))
    var values = [Float](repeating: 0, count: bytes.count / 4)
    values.withUnsafeMutableBytes { $0.copyBytes(from: bytes) }
    return values
  }

  private static func decoded<Value: Decodable>(_ name: String) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Value.self, from: Data(contentsOf: folder.appending(path: name)))
  }
}

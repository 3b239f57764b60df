/// The part that turns pieces of text into tokens: the section `model` of a `tokenizer.json`.
///
/// Implementations give what the reference implementation (Hugging Face tokenizers 0.23) gives.
protocol TokenModel: Sendable {
  /// The value of `type` that this model answers to.
  static var name: String { get }

  /// Reads the settings; the tables come apart from them because they are large.
  /// - Throws: `EncoderError.malformedModel` that names the place of a setting it can't honour.
  init(_ part: ConfigurationPart, tables: ModelTables) throws(EncoderError)

  /// Appends the tokens of every piece, in order.
  /// - Complexity: O(bytes · log bytes) at most.
  func append(tokensOf pieces: PieceBytes, to ids: inout [Int32])
}

/// Every model there is.
enum TokenModels {
  private static let all: [any TokenModel.Type] = [
    BytePairModel.self, UnigramModel.self, WordPieceModel.self,
  ]

  /// The model that a part of a file describes.
  static func read(_ part: ConfigurationPart, tables: ModelTables) throws(EncoderError) -> any TokenModel {
    guard let type = part["type"] else {
      throw part.mistake("has no type; files from before 2020 must be converted")
    }
    let name = try type.string()
    guard let match = all.first(where: { $0.name == name }) else {
      throw type.unsupported("model", known: all.map { $0.name })
    }
    return try match.init(part, tables: tables)
  }
}

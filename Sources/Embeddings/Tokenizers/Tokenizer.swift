/// Turns texts into the token numbers that a model was trained with, as its `tokenizer.json` says.
///
/// Gives exactly the numbers of the reference implementation (Hugging Face tokenizers 0.23, fast tokenizers of
/// transformers), checked over thousands of difficult strings for every family. Special tokens spelled in the text
/// itself are taken for what they spell, as the reference does. A value that may be used from any thread.
package struct Tokenizer: Sendable {
  /// The most tokens that the file would cut texts to; advisory, the model's own limit counts.
  package let declaredLimit: Int?
  /// The padding that the file asks for; advisory, see `DeclaredPadding`.
  package let declaredPadding: DeclaredPadding?
  /// One more than the largest number that may come out: the rows that a table of embeddings must have.
  package let idBound: Int

  let settings: ConfigurationPart
  let tables: ModelTables
  private let addedTokens: [AddedToken]
  private let plainFinder: AddedTokenFinder
  private let normalizedFinder: AddedTokenFinder
  private let normalizer: (any Normalizer)?
  private let preTokenizer: (any PreTokenizer)?
  private let model: any TokenModel
  private let frame: SpecialTokenFrame

  /// Puts a tokenizer together.
  /// - Parameters:
  ///   - settings: the file without the large lists.
  ///   - tables: the large lists.
  /// - Throws: `EncoderError.malformedModel` that names what it can't honour and where.
  init(settings: ConfigurationPart, tables: ModelTables) throws(EncoderError) {
    self.settings = settings
    self.tables = tables
    declaredLimit = try settings["truncation"]?["max_length"]?.int(in: 0...Int.max)
    declaredPadding = if let padding = settings["padding"] { try DeclaredPadding(padding) } else { nil }
    normalizer = if let part = settings["normalizer"] { try Normalizers.read(part) } else { nil }
    preTokenizer = if let part = settings["pre_tokenizer"] { try PreTokenizers.read(part) } else { nil }
    frame = if let part = settings["post_processor"] { try SpecialTokenFrame.read(part) } else { .init() }
    model = try TokenModels.read(settings.required("model"), tables: tables)
    addedTokens = try Self.addedTokens(settings, tables.vocabulary)
    plainFinder = Self.finder(of: addedTokens.filter { !$0.isNormalized }, normalizer: nil)
    normalizedFinder = Self.finder(of: addedTokens.filter(\.isNormalized), normalizer: normalizer)
    let others = addedTokens.map(\.id) + frame.before + frame.after
    idBound = Int(max(tables.vocabulary.ids.max() ?? 0, others.max() ?? 0)) + 1
  }

  private static func addedTokens(
    _ settings: ConfigurationPart, _ vocabulary: Vocabulary
  ) throws(EncoderError) -> [AddedToken] {
    var tokens: [AddedToken] = []
    for element in try settings["added_tokens"]?.elements() ?? [] {
      tokens.append(try AddedToken(element, vocabulary: vocabulary))
    }
    return tokens
  }

  private static func finder(of tokens: [AddedToken], normalizer: (any Normalizer)?) -> AddedTokenFinder {
    AddedTokenFinder(
      tokens.map { token in
        var text = NormalizedText(scalars: Array(token.content.unicodeScalars), startsAtOrigin: true)
        normalizer?.normalize(&text)
        return (text.scalars, token)
      })
  }

  /// The tokens of a text, the special ones around it included.
  /// - Parameters:
  ///   - text: any text; nothing in it is an error.
  ///   - limit: the most tokens to give; the text is cut at its end to keep to it, the special tokens around it stay.
  ///     `nil` cuts nothing.
  /// - Returns: the numbers and how many they were before cutting.
  /// - Complexity: O(n log n) for n bytes.
  package func encode(_ text: String, limit: Int?) -> Tokens {
    var ids = frame.before
    appendContent(of: Array(text.unicodeScalars), to: &ids)
    let whole = ids.count + frame.after.count
    if let limit, whole > limit {
      let kept = max(frame.before.count, limit - frame.after.count)
      ids.removeSubrange(min(kept, ids.count)...)
    }
    return Tokens(ids: ids + frame.after, whole: whole)
  }

  /// The number of a token by its exact spelling in the file; `nil` when it has none.
  package func id(of token: String) -> Int32? {
    addedTokens.last { $0.content.utf8.elementsEqual(token.utf8) }?.id
      ?? tables.vocabulary.id(of: Array(token.utf8))
  }

  private func appendContent(of text: [Unicode.Scalar], to ids: inout [Int32]) {
    for section in plainFinder.sections(of: text) {
      switch section {
      case .token(let id): ids.append(id)
      case .text(let range):
        var part = NormalizedText(scalars: Array(text[range]), startsAtOrigin: range.lowerBound == 0)
        normalizer?.normalize(&part)
        appendContent(ofNormalized: part, to: &ids)
      }
    }
  }

  private func appendContent(ofNormalized text: NormalizedText, to ids: inout [Int32]) {
    for section in normalizedFinder.sections(of: text.scalars) {
      switch section {
      case .token(let id): ids.append(id)
      case .text(let range):
        let part = NormalizedText(
          scalars: Array(text.scalars[range]), startsAtOrigin: text.startsAtOrigin && range.lowerBound == 0)
        let pieces = preTokenizer?.cut(Pieces(part)) ?? Pieces(part)
        model.append(tokensOf: PieceBytes(pieces), to: &ids)
      }
    }
  }
}

/// A token that is found in the text itself, before any other step: special tokens and such as were added after
/// training.
struct AddedToken: Sendable {
  /// The token's spelling.
  let content: String
  /// The token's number.
  let id: Int32
  /// Whether it counts only where no word character touches it.
  let isSingleWord: Bool
  /// Whether it swallows white space before it.
  let stripsLeft: Bool
  /// Whether it swallows white space after it.
  let stripsRight: Bool
  /// Whether it is looked for after normalization, in its normalized spelling.
  let isNormalized: Bool

  /// Reads an element of `added_tokens`.
  /// - Throws: when the model's vocabulary numbers the token otherwise, since one of the two must be wrong.
  init(_ part: ConfigurationPart, vocabulary: Vocabulary) throws(EncoderError) {
    content = try part.required("content").string()
    let declared = try part.required("id")
    id = try declared.tokenID()
    if let number = vocabulary.id(of: Array(content.utf8)), number != id {
      throw declared.mistake("is \(id), but the vocabulary gives the token the number \(number)")
    }
    isSingleWord = try part.bool("single_word", standard: false)
    stripsLeft = try part.bool("lstrip", standard: false)
    stripsRight = try part.bool("rstrip", standard: false)
    isNormalized = try part.bool("normalized", standard: !part.bool("special", standard: false))
  }
}

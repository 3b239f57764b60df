/// An item of a made-up catalogue.
struct SyntheticProduct {
  let number: Int
  /// Positions in the vocabulary.
  let title: [Int]
  let brand: Int
  let category: Int
  /// The commonest word of the category.
  let categoryWord: Int
  let description: [Int]
  let cents: Int
  let isInStock: Bool

  /// The item as a line of `products.jsonl`, its end included.
  ///
  /// No word needs escaping: all are letters and digits.
  func line(_ vocabulary: SyntheticVocabulary) -> String {
    let words = vocabulary.words
    let title = title.map { words[$0] }.joined(separator: " ")
    let description = description.map { words[$0] }.joined(separator: " ")
    return """
      {"id":"s\(number)","title":"\(title)","brand":"\(words[brand])",\
      "category":"\(words[categoryWord]) \(category)","price":\(cents / 100).\(cents % 100 / 10)\(cents % 10),\
      "in_stock":\(isInStock),"description":"\(description)"}

      """
  }
}

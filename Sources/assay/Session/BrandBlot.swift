/// Makes a brand's name unreadable in text, so that it does not sway who judges.
struct BrandBlot {
  private let brand: String

  /// Blots out `brand`; an empty one leaves text as it is.
  init(_ brand: String) {
    self.brand = brand
  }

  /// The text with every occurrence of the brand, in any case, replaced by a mark.
  func applied(to text: String) -> String {
    guard !brand.isEmpty else { return text }
    var blotted = ""
    var rest = text[...]
    while let first = rest.first {
      if let end = matchEnd(in: rest) {
        blotted += "▒▒▒"
        rest = rest[end...]
      } else {
        blotted.append(first)
        rest = rest.dropFirst()
      }
    }
    return blotted
  }

  /// Where the brand ends when the text begins with it.
  private func matchEnd(in text: Substring) -> Substring.Index? {
    var index = text.startIndex
    for character in brand {
      guard index < text.endIndex, text[index].lowercased() == character.lowercased() else { return nil }
      index = text.index(after: index)
    }
    return index
  }
}

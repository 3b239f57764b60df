/// Makes a brand's name unreadable in text, so that it does not sway who judges.
struct BrandBlot {
  private let brand: String
  /// Whether only whole words are blotted out.
  private let isShort: Bool

  /// What stands in place of the brand.
  static let mark = "▒▒▒"
  /// A shorter name is found in too many words that have nothing to do with it.
  private static let shortest = 4

  /// Blots out `brand`; an empty one leaves text as it is.
  init(_ brand: String) {
    self.brand = brand
    // Scripts without case mostly put no blanks between words.
    isShort = brand.count < Self.shortest && brand.allSatisfy { !$0.isLetter || $0.isCased }
  }

  /// The text with every occurrence of the brand, in any case, replaced by a mark.
  ///
  /// A name of three characters or fewer is replaced only where it is a word by itself: hiding `On` must not make `one`
  /// unreadable. In scripts whose letters have no case, every occurrence is replaced.
  func applied(to text: String) -> String {
    guard !brand.isEmpty else { return text }
    var blotted = ""
    var rest = text[...]
    var isInWord = false
    while let first = rest.first {
      if let end = matchEnd(in: rest), !isShort || !(isInWord || rest[end...].first?.isWordPart == true) {
        blotted += Self.mark
        isInWord = rest[rest.index(before: end)].isWordPart
        rest = rest[end...]
      } else {
        blotted.append(first)
        isInWord = first.isWordPart
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

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber }
}

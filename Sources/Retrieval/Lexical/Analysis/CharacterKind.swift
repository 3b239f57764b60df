/// What a character is to the word splitter.
enum CharacterKind: UInt8, Sendable {
  case letter, digit, joiner, apostrophe, other

  /// Whether words are made of it.
  @inline(__always)
  var isWord: Bool { self == .letter || self == .digit }

  /// The kind of a folded scalar, from its properties.
  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "a"..."z": self = .letter
    case "0"..."9": self = .digit
    case "-", "_", ".", "/", "#": self = .joiner
    case "'", "\u{2019}": self = .apostrophe
    default: self = scalar.isASCII ? .other : Self(category: scalar.properties.generalCategory)
    }
  }

  private init(category: Unicode.GeneralCategory) {
    switch category {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark:
      self = .letter
    case .decimalNumber: self = .digit
    default: self = .other
    }
  }

  /// The kinds of the scalars below U+10000, made on first use; asking for a property is slow.
  static let table: [CharacterKind] = (0...0xffff as ClosedRange<UInt32>).map { value in
    Unicode.Scalar(value).map(CharacterKind.init) ?? .other
  }
}

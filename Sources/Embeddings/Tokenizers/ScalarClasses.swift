/// Character classes as the reference tokenizers see them.
///
/// Each class belongs to a component of the reference implementation that was built against some version of Unicode;
/// scalars assigned later do not count. Checked over every scalar against recorded classes.
extension Unicode.Scalar {
  /// White space: `\s` and the reference's `is_whitespace`.
  var isSpace: Bool {
    isASCII ? value == 0x20 || (0x09...0x0d).contains(value) : properties.isWhitespace
  }

  /// A letter of Unicode 16, `\p{L}` in patterns.
  var isLetter: Bool {
    if isASCII { return (0x61...0x7a).contains(value | 0x20) }
    return properties.generalCategory.isLetter && isAssigned(by: 16)
  }

  /// A number of Unicode 16, `\p{N}` in patterns.
  var isNumber: Bool {
    if isASCII { return (0x30...0x39).contains(value) }
    return properties.generalCategory.isNumber && isAssigned(by: 16)
  }

  /// A number of today's Unicode, as the component `Digits` sees it.
  var isNumeric: Bool {
    isASCII ? (0x30...0x39).contains(value) : properties.generalCategory.isNumber
  }

  /// A decimal digit of Unicode 16, `\d` in patterns.
  var isDigit: Bool {
    if isASCII { return (0x30...0x39).contains(value) }
    return properties.generalCategory == .decimalNumber && isAssigned(by: 16)
  }

  /// Neither space, letter nor number: `[^\s\p{L}\p{N}]`.
  var isOther: Bool { !isSpace && !isLetter && !isNumber }

  /// Part of a word: `\w` of Unicode 16 in the `Whitespace` component and at the edges of added tokens.
  var isWord: Bool {
    if isASCII { return (0x61...0x7a).contains(value | 0x20) || (0x30...0x39).contains(value) || self == "_" }
    let category = properties.generalCategory
    let counts =
      properties.isAlphabetic || category.isMark || category == .decimalNumber
      || category == .connectorPunctuation || properties.isJoinControl
    return counts && isAssigned(by: 16)
  }

  /// Punctuation of Unicode 8 and every ASCII symbol, as BERT's components and `Punctuation` see it.
  var isPunctuation: Bool {
    if isASCII {
      return (33...47).contains(value) || (58...64).contains(value) || (91...96).contains(value)
        || (123...126).contains(value)
    }
    // The category of these two changed after Unicode 8.
    if value == 0x166d || value == 0x111c9 { return true }
    return properties.generalCategory.isPunctuation && isAssigned(by: 8)
  }

  /// What BERT's cleaning drops: the controls of Unicode 8 apart from tab and line ends, NUL and U+FFFD.
  var isDroppedByCleaning: Bool {
    if isASCII { return (value < 0x20 && value != 9 && value != 10 && value != 13) || value == 0x7f }
    switch properties.generalCategory {
    case .control, .privateUse: return true
    case .format: return isAssigned(by: 8)
    default: return value == 0xfffd
    }
  }

  /// A nonspacing mark of Unicode 8, as BERT's accent stripping sees it.
  var isNonspacingMark: Bool {
    if value < 0x300 { return false }
    switch value {
    case 0x1885, 0x1886, 0xa9bd, 0x111c9: return false  // became marks after Unicode 8
    case 0x1734, 0x1171e: return true  // no longer nonspacing
    default: return properties.generalCategory == .nonspacingMark && isAssigned(by: 8)
    }
  }

  /// A mark of Unicode 9, as the component `StripAccents` sees it.
  var isCombiningMark: Bool {
    if value < 0x300 { return false }
    switch value {
    case 0x111c9: return false  // became a mark after Unicode 9
    case 0x1cf2, 0x1cf3: return true  // no longer marks
    default: return properties.generalCategory.isMark && isAssigned(by: 9)
    }
  }

  /// An ideograph around which BERT's normalizer puts spaces.
  var isIdeograph: Bool {
    guard value >= 0x3400 else { return false }
    return switch value {
    case 0x3400...0x4dbf, 0x4e00...0x9fff, 0xf900...0xfaff, 0x20000...0x2a6df, 0x2a700...0x2b73f,
      0x2b740...0x2b81f, 0x2b920...0x2ceaf, 0x2f800...0x2fa1f:
      true
    default: false
    }
  }

  /// Whether Unicode's version `major`.0 or an earlier one assigned the scalar.
  func isAssigned(by major: Int) -> Bool {
    // Nothing below was assigned after Unicode 7, and most texts lie below.
    if value < 0x0500 { return true }
    guard let age = properties.age else { return false }
    return age.major < major || (age.major == major && age.minor == 0)
  }
}

extension Unicode.GeneralCategory {
  var isLetter: Bool {
    switch self {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  var isNumber: Bool {
    switch self {
    case .decimalNumber, .letterNumber, .otherNumber: true
    default: false
    }
  }

  var isMark: Bool {
    switch self {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }

  var isPunctuation: Bool {
    switch self {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }
}

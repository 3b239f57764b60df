internal import Foundation

/// Splits texts into normalised words, the same way in every locale (`nfd-strip_mn-lower/1`).
package enum WordReader {
  /// Words beyond these of one text are not read.
  static let maximumWords = 512

  /// The words of a text in order, with repeats.
  /// - Complexity: O(text); a text in ASCII skips the decomposition, which would not change it.
  package static func words(in text: String) -> [Word] {
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    let decomposed = isASCII ? text : text.decomposedStringWithCanonicalMapping
    var words: [Word] = []
    var word = Word()
    for scalar in decomposed.unicodeScalars {
      switch Role(of: scalar) {
      case .letter: word.append(scalar, isNumber: false)
      case .number: word.append(scalar, isNumber: true)
      case .dropped: continue
      case .separator:
        if !word.scalars.isEmpty { words.append(word) }
        word = Word()
        if words.count == maximumWords { return words }
      }
    }
    if !word.scalars.isEmpty { words.append(word) }
    return words
  }

  /// What a scalar does to the word being read.
  private enum Role {
    case letter, number, dropped, separator

    init(of scalar: Unicode.Scalar) {
      guard !scalar.isASCII else {
        self = Role(ofASCII: scalar)
        return
      }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark:
        self = .letter
      case .decimalNumber, .letterNumber, .otherNumber: self = .number
      case .nonspacingMark: self = .dropped
      default: self = .separator
      }
    }

    private init(ofASCII scalar: Unicode.Scalar) {
      switch scalar {
      case "a"..."z", "A"..."Z": self = .letter
      case "0"..."9": self = .number
      default: self = .separator
      }
    }
  }
}

extension Word {
  /// Adds a scalar in lower case unless the word is full.
  fileprivate mutating func append(_ scalar: Unicode.Scalar, isNumber: Bool) {
    guard scalars.count < Self.maximumScalars else { return }
    scalars.append(scalar.lowercased)
    containsNumber = containsNumber || isNumber
  }
}

extension Unicode.Scalar {
  /// The default lower case of this scalar by itself; after decomposition it is always one scalar.
  fileprivate var lowercased: Unicode.Scalar {
    switch self {
    case "A"..."Z": Unicode.Scalar(UInt8(value) + 0x20)
    case _ where isASCII: self
    default: properties.lowercaseMapping.unicodeScalars.first ?? self
    }
  }
}

internal import Relevance
internal import TerminalUI

/// A grade with the keys that give it in a place.
struct GradeKey: Hashable {
  let grade: Int
  let name: String
  /// The letter, where the keymap leaves it free, and the digit.
  let keys: [Character]

  /// The keys of every grade, the highest first.
  static func all(on scale: Scale, keymap: Keymap, in context: KeyContext) -> [GradeKey] {
    scale.grades.reversed().map { grade in
      let letter = scale.letter(of: grade).flatMap { letter in
        [letter, Character(letter.uppercased())].first { keymap.isFree($0, in: context) }
      }
      let digit = Character(grade >= 0 && grade <= 9 ? "\(grade)" : " ")
      return GradeKey(
        grade: grade, name: scale.name(of: grade) ?? "",
        keys: [letter, digit == " " ? nil : digit].compactMap(\.self))
    }
  }
}

extension Keymap {
  /// Whether a character means nothing in a place, so that a scale's letter can be had by it.
  func isFree(_ character: Character, in context: KeyContext) -> Bool {
    match([.character(character)], in: context) == .none
  }
}

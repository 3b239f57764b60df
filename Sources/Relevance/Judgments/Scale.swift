/// A set of grades an assessor may give, from `lowest` to `highest`, with a name and a key for each.
///
/// Judgments store the grade together with the scale's `id`: a bare number means nothing without its scale. What a
/// grade is worth to a measure is a gain, and a matter of the measure; a scale may come with gain maps of its own.
package struct Scale: Hashable, Sendable {
  /// The name stored in journals, such as `0-3`.
  package let id: String
  /// The smallest grade; it always means "not relevant".
  package let lowest: Int
  /// Names from the lowest grade upward, one for each grade.
  package let names: [String]
  /// Lower-case letters beside the digits, from the lowest grade upward; empty when the scale has none.
  package let letters: [Character]
  /// Gains from the lowest grade upward, by the name of the gain map.
  package let gains: [String: [Double]]

  /// Makes a scale of `names.count` consecutive grades that begin at `lowest`.
  /// - Precondition: `names` is not empty; `letters` is empty or has one for each grade, as has every gain map.
  package init(
    id: String, lowest: Int = 0, names: [String], letters: [Character] = [], gains: [String: [Double]] = [:]
  ) {
    precondition(!names.isEmpty, "a scale needs at least one grade")
    precondition(letters.isEmpty || letters.count == names.count, "a letter for each grade or none at all")
    precondition(gains.values.allSatisfy { $0.count == names.count }, "a gain for each grade")
    self.id = id
    self.lowest = lowest
    self.names = names
    self.letters = letters
    self.gains = gains
  }

  /// Whether this is the scale that journals and files call `id`.
  package func isNamed(_ id: String) -> Bool { OpaqueName(self.id) == OpaqueName(id) }

  /// The largest grade.
  package var highest: Int { lowest + names.count - 1 }

  /// Every grade, ascending.
  package var grades: ClosedRange<Int> { lowest...highest }

  /// The name of `grade`, or `nil` when the scale has no such grade.
  package func name(of grade: Int) -> String? {
    grades.contains(grade) ? names[grade - lowest] : nil
  }

  /// The letter of `grade`; `nil` when it has none.
  package func letter(of grade: Int) -> Character? {
    grades.contains(grade) && !letters.isEmpty ? letters[grade - lowest] : nil
  }

  /// The grade that a key gives: the digit that is the grade, or its letter in either case; `nil` for other keys.
  package func grade(forKey key: Character) -> Int? {
    if key.isASCII, let digit = key.wholeNumberValue { return grades.contains(digit) ? digit : nil }
    guard let lower = key.lowercased().first else { return nil }
    return letters.firstIndex(of: lower).map { lowest + $0 }
  }

  /// The gain of each grade under one of the scale's own gain maps; `nil` when it has none of that name.
  package func gains(named name: String) -> [Int: Double]? {
    gains[name].map { Dictionary(uniqueKeysWithValues: zip(grades, $0)) }
  }
}

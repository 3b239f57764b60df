/// A set of grades an assessor may give, from `lowest` to `highest`, with a name for each.
///
/// Judgments store the grade together with the scale's `id`: a bare number means nothing without its scale.
package struct Scale: Hashable, Sendable {
  /// The name stored in journals, such as `0-3`.
  package let id: String
  /// The smallest grade; it always means "not relevant".
  package let lowest: Int
  /// Names from the lowest grade upward, one for each grade.
  package let names: [String]

  /// Makes a scale of `names.count` consecutive grades that begin at `lowest`.
  /// - Precondition: `names` is not empty.
  package init(id: String, lowest: Int = 0, names: [String]) {
    precondition(!names.isEmpty, "a scale needs at least one grade")
    self.id = id
    self.lowest = lowest
    self.names = names
  }

  /// The largest grade.
  package var highest: Int { lowest + names.count - 1 }

  /// Every grade, ascending.
  package var grades: ClosedRange<Int> { lowest...highest }

  /// The name of `grade`, or `nil` when the scale has no such grade.
  package func name(of grade: Int) -> String? {
    grades.contains(grade) ? names[grade - lowest] : nil
  }

  /// Four grades, 0 to 3.
  package static let zeroToThree = Scale(id: "0-3", names: ["no", "partly", "good", "exact"])
}

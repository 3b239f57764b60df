package import Relevance

/// Turns ratings, as files spell them, into grades of a scale.
package struct GradeReading: Hashable, Sendable {
  /// Why a rating is no grade.
  package struct Fault: Error, Hashable, Sendable {
    /// What is wrong and what would be right.
    package let reason: String
  }

  /// The scale the grades belong to.
  package let scale: Scale
  private let grades: [String: Int]

  /// Reads on a scale; `translation` has grades by rating, for files whose numbers or words are not the scale's own.
  package init(scale: Scale, translation: [String: Int] = [:]) {
    self.scale = scale
    grades = translation
  }

  /// The grade that a rating means: as the translation says; else a whole number of the scale, which may be written
  /// with zeros after the point; else a grade's name or letter in either case.
  package func grade(of rating: String) throws(Fault) -> Int {
    let text = rating.trimmingBlanks
    if let grade = grades[text] { return try checked(grade, rating: text) }
    if let number = Double(text), number.isFinite {
      if let grade = grades.first(where: { Double($0.key) == number })?.value {
        return try checked(grade, rating: text)
      }
      guard let whole = Int(exactly: number) else {
        throw Fault(
          reason: "the rating '\(text)' is not a whole number; say what it means with --map \(text)=…")
      }
      return try checked(whole, rating: text)
    }
    let lower = text.lowercased()
    if let index = scale.names.firstIndex(where: { $0.lowercased() == lower }) { return scale.lowest + index }
    if lower.count == 1, let letter = lower.first, let index = scale.letters.firstIndex(of: letter) {
      return scale.lowest + index
    }
    throw Fault(
      reason: "'\(text)' is no grade of the scale \(scale.id) (\(choices)); say what it means with --map")
  }

  private func checked(_ grade: Int, rating: String) throws(Fault) -> Int {
    guard scale.grades.contains(grade) else {
      throw Fault(
        reason:
          "the grade \(rating) is not on the scale \(scale.id) (\(choices)); choose another with --scale "
          + "or say what it means with --map \(rating)=…")
    }
    return grade
  }

  private var choices: String {
    scale.grades.map { "\($0) \(scale.name(of: $0) ?? "")" }.joined(separator: ", ")
  }
}

/// How several assessors' grades of one item become one.
///
/// Where a rule leaves a choice, the lower grade is taken: doubt does not make an item relevant.
package enum Resolution: String, CaseIterable, Hashable, Sendable {
  /// The grade that was given last, whoever gave it.
  case latest
  /// The middle one; of an even number the lower of the two in the middle.
  case median
  /// The most frequent one; among equally frequent ones the lowest.
  case majority
  /// The highest one.
  case max

  /// The one grade of several.
  /// - Parameter grades: one for each assessor, in the order in which they were given.
  /// - Returns: `nil` when there are none.
  package func grade(of grades: [Int]) -> Int? {
    guard !grades.isEmpty else { return nil }
    let sorted = grades.sorted()
    switch self {
    case .latest: return grades.last
    case .median: return sorted[(sorted.count - 1) / 2]
    case .majority: return Self.mostFrequent(sorted)
    case .max: return sorted.last
    }
  }

  /// The value with the longest stretch of its own, the first of several such.
  private static func mostFrequent(_ sorted: [Int]) -> Int? {
    var best: (grade: Int, count: Int)?
    var start = 0
    for index in sorted.indices where index + 1 == sorted.count || sorted[index + 1] != sorted[index] {
      let count = index + 1 - start
      if count > best?.count ?? 0 { best = (sorted[index], count) }
      start = index + 1
    }
    return best?.grade
  }
}

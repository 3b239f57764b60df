/// Krippendorff's α: agreement of any number of raters, any of whom may have missed items (Krippendorff 2011).
package enum KrippendorffAlpha {
  /// What a difference of grades means.
  package enum Level: String, CaseIterable, Hashable, Sendable {
    /// Grades are names: they are the same or not.
    case nominal
    /// Grades have an order: a difference is as large as the share of grades that lies between.
    case ordinal
    /// Grades are numbers: a difference counts by its square.
    case interval
  }

  /// 1 minus the observed disagreement in units of the one expected by chance.
  /// - Parameters:
  ///   - units: The grades of each item, from whichever raters gave one; items with fewer than two say nothing.
  ///   - level: What a difference means.
  /// - Returns: at most 1, 0 at chance; `nil` when no item has two grades, or all those grades are the same.
  /// - Complexity: linear in the grades given, cubic at most in the different ones.
  package static func value(of units: [[Int]], level: Level) -> Double? {
    value(of: Coincidences(units, times: units.map { _ in 1 }), level: level)
  }

  /// The interval that other items of the kind would have moved α in; `nil` with fewer than two items that two graded,
  /// or when too many samples leave it undefined.
  /// - Complexity: O(resamples × (items + different sets of grades)).
  package static func interval(of units: [[Int]], level: Level, by bootstrap: Bootstrap) -> Interval? {
    let kinds = Kinds(units.filter { $0.count > 1 }.map { $0.sorted() })
    return bootstrap.interval(of: kinds) { times in
      value(of: Coincidences(kinds.values, times: times), level: level)
    }
  }

  private static func value(of coincidences: Coincidences, level: Level) -> Double? {
    let counts = coincidences.totals
    let total = counts.reduce(0, +)
    guard total > 1 else { return nil }
    var (observed, expected) = (0.0, 0.0)
    for first in counts.indices {
      for second in counts.indices where second != first {
        let distance = coincidences.distance(first, second, level: level)
        observed += coincidences.matrix[first][second] * distance
        expected += counts[first] * counts[second] * distance
      }
    }
    guard expected > 0 else { return nil }
    return 1 - (total - 1) * observed / expected
  }
}

/// How often two grades met on one item, each item counting as many times as it has grades.
private struct Coincidences {
  /// The grades that occur, ascending.
  let grades: [Int]
  let matrix: [[Double]]
  /// Row sums: how many grades of each kind could be compared with another.
  let totals: [Double]

  /// Counts units each of which occurs so many times.
  init(_ units: [[Int]], times: [Int]) {
    let comparable = zip(units, times).filter { $0.count > 1 && $1 > 0 }
    let grades = Set(comparable.flatMap(\.0)).sorted()
    let positions = Dictionary(uniqueKeysWithValues: zip(grades, grades.indices))
    var matrix = Array(repeating: Array(repeating: 0.0, count: grades.count), count: grades.count)
    for (unit, times) in comparable {
      var counts = Array(repeating: 0.0, count: grades.count)
      for grade in unit { counts[positions[grade, default: 0]] += 1 }
      for first in grades.indices where counts[first] > 0 {
        for second in grades.indices where counts[second] > 0 {
          let meetings = counts[first] * (first == second ? counts[second] - 1 : counts[second])
          matrix[first][second] += Double(times) * meetings / Double(unit.count - 1)
        }
      }
    }
    self.grades = grades
    self.matrix = matrix
    totals = matrix.map { $0.reduce(0, +) }
  }

  func distance(_ first: Int, _ second: Int, level: KrippendorffAlpha.Level) -> Double {
    switch level {
    case .nominal: return 1
    case .interval:
      let difference = Double(grades[first] - grades[second])
      return difference * difference
    case .ordinal:
      let between = totals[min(first, second)...max(first, second)].reduce(0, +)
      let difference = between - (totals[first] + totals[second]) / 2
      return difference * difference
    }
  }
}

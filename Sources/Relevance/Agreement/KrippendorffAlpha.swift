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
    let kinds = kinds(of: units)
    return ComparableUnits(kinds.values).coincidences(kinds.counts).alpha(level)
  }

  /// The intervals that other items of the kind would have moved α in, by level; none where fewer than two items have
  /// two grades, or where too many samples leave α undefined.
  ///
  /// All levels see the same samples.
  /// - Complexity: O(resamples × (items + different sets of grades + grades³)).
  package static func intervals(of units: [[Int]], by bootstrap: Bootstrap) -> [Level: Interval] {
    let kinds = kinds(of: units)
    let comparable = ComparableUnits(kinds.values)
    let intervals = bootstrap.intervals(of: kinds, count: Level.allCases.count) { times in
      let coincidences = comparable.coincidences(times)
      return Level.allCases.map(coincidences.alpha)
    }
    return zip(Level.allCases, intervals).reduce(into: [:]) { $0[$1.0] = $1.1 }
  }

  /// The items that two or more graded, by what they were given.
  private static func kinds(of units: [[Int]]) -> Kinds<[Int]> {
    Kinds(units.filter { $0.count > 1 }.map { $0.sorted() })
  }
}

/// The different sets of two or more grades that items were given, ready to be counted again and again.
private struct ComparableUnits {
  /// The grades that occur, ascending.
  private let grades: [Int]
  /// What each unit adds to the coincidences: cells of the matrix, row by row.
  private let meetings: [[(cell: Int, amount: Double)]]

  init(_ units: [[Int]]) {
    let grades = Set(units.joined()).sorted()
    self.grades = grades
    meetings = units.map { unit in
      let counts = grades.map { grade in Double(unit.count { $0 == grade }) }
      return counts.indices.flatMap { first in
        counts.indices.compactMap { second in
          let pairs = counts[first] * (first == second ? counts[second] - 1 : counts[second])
          return pairs > 0 ? (first * counts.count + second, pairs / Double(unit.count - 1)) : nil
        }
      }
    }
  }

  /// The coincidences when each unit occurs so many times.
  func coincidences(_ times: [Int]) -> Coincidences {
    var matrix = [Double](repeating: 0, count: grades.count * grades.count)
    for (meetings, times) in zip(meetings, times) where times > 0 {
      for (cell, amount) in meetings { matrix[cell] += Double(times) * amount }
    }
    return Coincidences(grades: grades, matrix: matrix)
  }
}

/// How often two grades met on one item, each item counting as many times as it has grades.
private struct Coincidences {
  private let grades: [Int]
  /// Row by row.
  private let matrix: [Double]
  /// Row sums: how many grades of each kind could be compared with another.
  private let totals: [Double]

  init(grades: [Int], matrix: [Double]) {
    self.grades = grades
    self.matrix = matrix
    totals = grades.indices.map { row in
      matrix[row * grades.count..<(row + 1) * grades.count].reduce(0, +)
    }
  }

  func alpha(_ level: KrippendorffAlpha.Level) -> Double? {
    let total = totals.reduce(0, +)
    guard total > 1 else { return nil }
    var (observed, expected) = (0.0, 0.0)
    for first in totals.indices where totals[first] > 0 {
      for second in totals.indices where second != first && totals[second] > 0 {
        let distance = distance(first, second, level: level)
        observed += matrix[first * grades.count + second] * distance
        expected += totals[first] * totals[second] * distance
      }
    }
    guard expected > 0 else { return nil }
    return 1 - (total - 1) * observed / expected
  }

  private func distance(_ first: Int, _ second: Int, level: KrippendorffAlpha.Level) -> Double {
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

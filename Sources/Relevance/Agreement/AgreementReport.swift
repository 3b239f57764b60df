/// How well raters agree: over everything, for each two of them, for each query, and item by item where they don't.
package struct AgreementReport: Hashable, Sendable {
  /// Agreement of two raters on the items that both graded.
  package struct Pair: Hashable, Sendable {
    /// The one rater.
    package let first: Rater
    /// The other.
    package let second: Rater
    /// How many items both graded.
    package let items: Int
    /// The share of them with the same grade.
    package let raw: Double
    /// Cohen's κ by weighting; absent where it is not defined.
    package let kappa: [CohenKappa.Weighting: Double]
    /// The interval of each κ over items; absent where there is none.
    package let kappaIntervals: [CohenKappa.Weighting: Interval]
    /// How much higher the first grades on average.
    package let bias: Double
  }

  /// Agreement of all raters on some items.
  package struct Group: Hashable, Sendable {
    /// How many items have two grades or more.
    package let items: Int
    /// The share of all pairs of grades of one item that are the same; `nil` without any.
    package let raw: Double?
    /// Krippendorff's α by level; absent where it is not defined.
    package let alpha: [KrippendorffAlpha.Level: Double]
    /// The interval of each α over items; absent where there is none, and for single queries.
    package let alphaIntervals: [KrippendorffAlpha.Level: Interval]

    init(_ rows: some Sequence<GradeTable.Row>, bootstrap: Bootstrap? = nil) {
      let units = rows.map { $0.grades.compactMap(\.self) }.filter { $0.count > 1 }
      items = units.count
      var (same, pairs) = (0, 0)
      for unit in units {
        pairs += unit.count * (unit.count - 1) / 2
        for (index, grade) in unit.enumerated() { same += unit[(index + 1)...].count { $0 == grade } }
      }
      raw = pairs > 0 ? Double(same) / Double(pairs) : nil
      alpha = KrippendorffAlpha.Level.allCases.reduce(into: [:]) { values, level in
        values[level] = KrippendorffAlpha.value(of: units, level: level)
      }
      alphaIntervals = bootstrap.map { KrippendorffAlpha.intervals(of: units, by: $0) } ?? [:]
    }
  }

  /// Agreement on the items of one query.
  package struct OfQuery: Hashable, Sendable {
    /// The query's id.
    package let queryID: QueryID
    /// Its text; empty when it is not known.
    package let query: String
    /// What was agreed on.
    package let group: Group
  }

  /// An item whose grades differ.
  package struct Disagreement: Hashable, Sendable {
    /// The item with everybody's grades.
    package let row: GradeTable.Row
    /// The highest grade less the lowest.
    package let spread: Int
  }

  /// Whose grades the other members are about, in the order of a row's grades.
  package let raters: [Rater]
  /// Over all items.
  package let overall: Group
  /// Each two raters with a common item, also those that `raters` leaves out; in the raters' order.
  package let pairs: [Pair]
  /// Each query with an item that two graded, the least agreed on first.
  package let queries: [OfQuery]
  /// Every item whose grades differ, widest first.
  package let disagreements: [Disagreement]

  /// Compares everybody with everybody.
  ///
  /// What logs say counts where all raters are taken together only if `includesImplicit`. Each pair of a person and a log
  /// is compared in any case, as it mixes nothing. Intervals of κ and α are over items drawn anew.
  package init(_ table: GradeTable, includesImplicit: Bool = false, bootstrap: Bootstrap) {
    let chosen = includesImplicit ? table : table.choosing { !$0.isImplicit }
    raters = chosen.raters
    overall = Group(chosen.rows, bootstrap: bootstrap)
    pairs = Self.pairs(of: table, bootstrap: bootstrap)
    queries = Self.queries(of: chosen)
    disagreements = Self.disagreements(of: chosen)
  }

  private static func pairs(of table: GradeTable, bootstrap: Bootstrap) -> [Pair] {
    var pairs: [Pair] = []
    for first in table.raters.indices {
      for second in table.raters.indices where second > first {
        let common = table.common(first, second)
        guard !common.isEmpty else { continue }
        let kappa = CohenKappa.Weighting.allCases.reduce(into: [CohenKappa.Weighting: Double]()) {
          $0[$1] = CohenKappa.value(of: common, weighting: $1)
        }
        let count = Double(common.count)
        pairs.append(
          Pair(
            first: table.raters[first], second: table.raters[second], items: common.count,
            raw: Double(common.count { $0.0 == $0.1 }) / count, kappa: kappa,
            kappaIntervals: CohenKappa.intervals(of: common, by: bootstrap),
            bias: Double(common.reduce(0) { $0 + $1.0 - $1.1 }) / count))
      }
    }
    return pairs
  }

  private static func queries(of table: GradeTable) -> [OfQuery] {
    // Rows of a query stand together; queries whose ids are equivalent but not the same stay apart.
    var groups: [ArraySlice<GradeTable.Row>] = []
    for index in table.rows.indices {
      if let last = groups.last?.first, last.queryID == table.rows[index].queryID {
        groups[groups.count - 1].append(table.rows[index])
      } else {
        groups.append([table.rows[index]])
      }
    }
    return groups.compactMap { rows in
      let group = Group(rows)
      guard group.items > 0, let row = rows.first else { return nil }
      return OfQuery(queryID: row.queryID, query: row.query, group: group)
    }.sorted {
      ($0.group.raw ?? 1, $0.queryID) < ($1.group.raw ?? 1, $1.queryID)
    }
  }

  private static func disagreements(of table: GradeTable) -> [Disagreement] {
    let all = table.rows.enumerated().compactMap { index, row -> (index: Int, Disagreement)? in
      let grades = row.grades.compactMap(\.self)
      guard let lowest = grades.min(), let highest = grades.max(), lowest < highest else { return nil }
      return (index, Disagreement(row: row, spread: highest - lowest))
    }
    return all.sorted { ($1.1.spread, $0.index) < ($0.1.spread, $1.index) }.map(\.1)
  }
}

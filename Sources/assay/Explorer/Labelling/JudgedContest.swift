internal import Explorer
internal import Relevance

/// What the difference of the compared columns depends on for a query, by the grades it has now.
struct JudgedContest {
  /// The grades it was made of.
  let grades: [DocumentID: Int]
  /// How much better the pair's right column is.
  let difference: Double
  /// Between what that must lie, whatever the rest gets.
  let interval: DifferenceInterval
  /// What is left to judge that matters.
  let stake: Stake

  private let contest: Contest
  private let measure: any Measure

  /// Sets the columns of a pair against each other; what only other columns returned may be judged as well.
  init(
    _ ranked: RankedQuery, _ pair: ColumnPair, by measure: any Measure, grades: [DocumentID: Int],
    possible: ClosedRange<Int>
  ) {
    contest = Contest(
      left: ranked.rankings[pair.right], right: ranked.rankings[pair.left], grades: grades,
      possible: possible, others: ranked.rankings.flatMap(\.self))
    self.measure = measure
    self.grades = grades
    difference = contest.difference(measure)
    interval = contest.interval(of: measure)
    stake = contest.stake(of: measure)
  }

  /// How much the grade of each item of a pool can change by itself.
  func swings(of items: [DocumentID]) -> [DocumentID: Double] {
    Dictionary(
      contest.impacts(on: measure, among: Set(items)).map { ($0.item, $0.swing) },
      uniquingKeysWith: { first, _ in first })
  }
}

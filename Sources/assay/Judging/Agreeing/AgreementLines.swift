internal import Relevance

/// How well assessors agree on one scale, as it is printed.
struct AgreementLines: Encodable {
  /// Agreement of all on some items.
  struct Group: Encodable {
    let query: String?
    let items: Int
    let raw: Double?
    let alphaNominal: Double?
    let alphaOrdinal: Double?
    let alphaInterval: Double?
    /// What other items would have made of each α, by level: nominal, ordinal, interval.
    let alphaIntervals: [String: Interval]?

    init(_ group: AgreementReport.Group, query: String? = nil) {
      self.query = query
      items = group.items
      raw = group.raw
      alphaNominal = group.alpha[.nominal]
      alphaOrdinal = group.alpha[.ordinal]
      alphaInterval = group.alpha[.interval]
      let intervals = group.alphaIntervals.map { ($0.key.rawValue, $0.value) }
      alphaIntervals = intervals.isEmpty ? nil : Dictionary(uniqueKeysWithValues: intervals)
    }
  }

  /// Agreement of two.
  struct Pair: Encodable {
    let first: String
    let second: String
    let items: Int
    let raw: Double
    let kappa: Double?
    let kappaLinear: Double?
    let kappaQuadratic: Double?
    /// What other items would have made of each κ, by weighting: none, linear, quadratic.
    let kappaIntervals: [String: Interval]
    let bias: Double

    init(_ pair: AgreementReport.Pair) {
      first = pair.first.description
      second = pair.second.description
      items = pair.items
      raw = pair.raw
      kappa = pair.kappa[.none]
      kappaLinear = pair.kappa[.linear]
      kappaQuadratic = pair.kappa[.quadratic]
      kappaIntervals = Dictionary(
        uniqueKeysWithValues: pair.kappaIntervals.map { ($0.key.rawValue, $0.value) })
      bias = pair.bias
    }
  }

  /// An item whose grades differ.
  struct Disagreement: Encodable {
    let query: String
    let item: String
    let spread: Int
    let grades: [String: Int]
  }

  let scale: String
  let assessors: [String]
  let overall: Group
  let pairs: [Pair]
  let queries: [Group]
  let disagreements: [Disagreement]
  /// How the intervals were drawn.
  let bootstrap: Bootstrap

  init(_ report: AgreementReport, scale: String, bootstrap: Bootstrap) {
    self.bootstrap = bootstrap
    self.scale = scale
    assessors = report.raters.map(\.description)
    overall = Group(report.overall)
    pairs = report.pairs.map(Pair.init)
    queries = report.queries.map { Group($0.group, query: $0.queryID.text) }
    disagreements = report.disagreements.map { disagreement in
      let given = zip(report.raters, disagreement.row.grades).compactMap { rater, grade in
        grade.map { (rater.description, $0) }
      }
      return Disagreement(
        query: disagreement.row.queryID.text, item: disagreement.row.item.text, spread: disagreement.spread,
        grades: Dictionary(given) { first, _ in first })
    }
  }
}

/// Normalised discounted cumulative gain: `ndcg` and `ndcg_cut_k` of trec_eval.
///
/// Σ gain ÷ log₂(rank + 1) over the ranking, divided by the same sum over the ideal ranking of all judged documents.
/// With the defaults the gain is the grade (not 2^grade − 1) and the ideal ranking is cut where the ranking is; an
/// unjudged document and one with a negative grade gain 0. A query without a document of any gain scores 0. Values
/// lie in 0…1. See Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", TOIS 2002.
package struct NDCG: Measure, Hashable {
  /// How much of the ideal ranking normalises.
  package enum Ideal: Hashable, Sendable {
    /// As many documents as the cutoff allows.
    case cut
    /// Every judged document, whatever the cutoff.
    case all
    /// As many documents as were returned within the cutoff.
    case returned
  }

  package let cutoff: Int?
  /// What grades are worth.
  package let gains: Gains
  /// How much of the ideal ranking normalises.
  package let ideal: Ideal

  /// Makes the measure.
  /// - Precondition: `cutoff` is positive.
  package init(cutoff: Int?, gains: Gains = .linear, ideal: Ideal = .cut) {
    if let cutoff { precondition(cutoff > 0, "a cutoff must be positive, not \(cutoff)") }
    self.cutoff = cutoff
    self.gains = gains
    self.ideal = ideal
  }

  package var name: String {
    guard gains == .linear, ideal == .cut else { return title }
    return cutoff.map { "ndcg_cut_\($0)" } ?? "ndcg"
  }

  package var title: String { MeasureTitle.spell("nDCG", parameters, cutoff: cutoff) }

  package var definition: String {
    let gain =
      switch gains {
      case .linear: "grade"
      case .exponential: "(2^grade − 1)"
      default: "gain by \(gains.name)"
      }
    let depth = cutoff.map { " to rank \($0)" } ?? ""
    let norm =
      switch ideal {
      case .cut: "the same over the ideal order of all judged items\(depth)"
      case .all: "the same over the ideal order of all judged items, uncut"
      case .returned: "the same over the ideal order of all judged items, as many as were returned"
      }
    return "Σ \(gain) ÷ log₂(rank + 1)\(depth), divided by \(norm)"
  }

  package func score(_ topic: JudgedRanking) -> Double {
    let norm = Discount.sum(
      gains.idealGrades(topic).prefix(idealDepth(topic)).lazy.map { gains.gain(of: $0) })
    guard norm > 0 else { return 0 }
    return Discount.sum(topic.grades.prefix(depth).lazy.map { gains.gain(of: $0) }) / norm
  }

  package func terms(_ topic: JudgedRanking) -> MeasureTerms? {
    let ideal = gains.idealGrades(topic).prefix(idealDepth(topic)).enumerated().map { place, grade in
      MeasureTerms.IdealTerm(
        grade: grade, term: MeasureTerms.Term(gain: gains.gain(of: grade), discount: Discount.at(place)))
    }
    let terms = topic.grades.prefix(depth).enumerated().map { place, grade in
      MeasureTerms.Term(gain: gains.gain(of: grade), discount: Discount.at(place))
    }
    return MeasureTerms(terms, norm: ideal.reduce(0) { $0 + $1.term.value }, ideal: ideal)
  }

  package func worth(of grade: Int, in topic: JudgedRanking) -> Double? { gains.gain(of: grade) }

  /// How many ranks count.
  var depth: Int { cutoff ?? Int.max }

  /// How many documents of the ideal ranking count.
  func idealDepth(_ topic: JudgedRanking) -> Int {
    switch ideal {
    case .cut: depth
    case .all: Int.max
    case .returned: min(depth, topic.count)
    }
  }

  private var parameters: [String] {
    switch gains {
    case .linear: []
    case .exponential: ["dcg='exp-log2'"]
    default:
      if Gains.named.contains(gains) {
        ["gains='\(gains.name)'"]
      } else {
        ["gains={\(gains.name.replacing("=", with: ":"))}"]
      }
    }
  }
}

extension NDCG {
  /// nDCG as measure names describe it.
  package static let family = MeasureFamily(
    names: ["nDCG", "NDCG"], trecName: "ndcg", trecCutName: "ndcg_cut",
    trecCutoffs: MeasureFamily.manyCutoffs, cutoffUse: .optional, parameters: ["dcg", "gains"],
    about: "gain by grade, discounted by rank, divided by the ideal order's"
  ) { arguments throws(MeasureNameError) in
    var gains = arguments.defaultGains
    if let formula = arguments["dcg"] {
      switch formula {
      case "log2": gains = .linear
      case "exp-log2": gains = .exponential
      default: throw arguments.refusal("dcg is 'log2' or 'exp-log2', not '\(formula)'")
      }
    }
    if let map = arguments["gains"] {
      guard let known = Gains(named: map) else {
        throw arguments.refusal(
          "gains is linear, exp, esci-paper, esci-script or pairs as in {3:1,2:0.1}, not '\(map)'")
      }
      gains = known
    }
    return NDCG(cutoff: arguments.cutoff, gains: gains)
  }
}

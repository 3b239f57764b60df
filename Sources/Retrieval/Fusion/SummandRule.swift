/// What an entry of one lane's list adds to the fused score, with its arithmetic and its inverse.
struct SummandRule: Sendable {
  /// What of an entry counts.
  enum Evidence: Sendable {
    /// The lane's own score, as it is.
    case score
    /// The lane's score on the scale of its list.
    case scaledScore(ScoreScale)
    /// `1 / (k + rank)`.
    case reciprocalRank(k: Int)
  }

  /// What counts.
  let evidence: Evidence
  /// The factor of the lane.
  var weight = 1.0
  /// Whether the summand is multiplied by the number of lists that have the item.
  var multipliesByLists = false

  /// The summand of an item with a score and rank in this list, when `lists` lists have it.
  func summand(score: Double, rank: Int, lists: Int) -> Double {
    factor(lists: lists) * measured(score: score, rank: rank)
  }

  private func factor(lists: Int) -> Double {
    multipliesByLists ? weight * Double(lists) : weight
  }

  private func measured(score: Double, rank: Int) -> Double {
    switch evidence {
    case .score: score
    case .scaledScore(let scale): scale.value(of: score)
    case .reciprocalRank(let k): 1 / (Double(k) + Double(rank))
    }
  }
}

extension SummandRule {
  /// The summand with the numbers it is made from; `standing` says where the item stands in the list, such as
  /// `rank 3 of top 1000`.
  func explanation(
    of lane: Lane, score: Double, rank: Int, lists: Int, standing: String
  ) -> Explanation {
    var formula: [String] = []
    var inputs: [Explanation] = []
    if multipliesByLists {
      formula.append("lists")
      inputs.append(Explanation("lists that have the item", value: Double(lists)))
    }
    if weight != 1 {
      formula.append("weight")
      inputs.append(Explanation("weight of the \(lane.rawValue) list", value: weight))
    }
    switch evidence {
    case .score: formula.append("score")
    case .scaledScore(let scale):
      formula.append(formula.isEmpty ? scale.normalisation.formula : "(\(scale.normalisation.formula))")
      inputs.append(Explanation("on the list's scale", value: scale.value(of: score)))
      inputs.append(Explanation("score", value: score))
      inputs += scale.inputs
    case .reciprocalRank(let k):
      formula.append("1 / (k + rank)")
      inputs += [Explanation("k", value: Double(k)), Explanation("rank", value: Double(rank))]
    }
    return Explanation(
      "\(lane.rawValue): \(standing); \(formula.joined(separator: " × "))",
      value: summand(score: score, rank: rank, lists: lists), combines: .inputs, details: inputs)
  }
}

extension SearchPlan {
  /// The arithmetic of a plan with its parameters, a line for each lane and one for the fusion.
  package var formulas: [String] {
    var lines: [String] = []
    if let dense { lines.append(dense.formula) }
    if let lexical { lines.append(lexical.formula) }
    if mode == .hybrid { lines.append("hybrid: \(fusion.formula); lists of the top \(fusionDepth)") }
    if case .after(let factor) = filtering {
      lines.append("filters: after the search, \(factor) times as deep")
    }
    return lines
  }
}

extension DenseLane {
  fileprivate var formula: String {
    let item = "item = \(textShare.brief) · text + \((1 - textShare).brief) · picture"
    let stages = coarse.map { "; coarse stage \($0.summary)" } ?? ""
    return
      "dense: cosine of the first \(dimensions) components, \(precision.rawValue), \(bytes) bytes; \(item)\(stages)"
  }
}

extension LexicalLane {
  fileprivate var formula: String {
    let weights = fieldWeights.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.brief)" }
    let fields = (weights + ["others 1"]).joined(separator: ", ")
    return """
      lexical: BM25F, Σ idf · tf / (k1 + tf), tf = Σ weight · occurrences / (1 − b + b · length / mean length), \
      idf = ln(1 + (N − df + ½) / (df + ½)); k1 \(k1.brief), b \(b.brief); weights: \(fields)
      """
  }
}

extension Fusion {
  fileprivate var formula: String {
    switch self {
    case .reciprocalRank(let k): "Σ 1 / (\(k) + rank)"
    case .weighted(let share, let normalisation):
      "\((1 - share).brief) · dense + \(share.brief) · lexical, each \(normalisation.formula)"
    case .combSUM(let normalisation): "dense + lexical, each \(normalisation.formula)"
    case .combMNZ(let normalisation):
      "lists that have the item · (dense + lexical), each \(normalisation.formula)"
    }
  }
}

extension Normalisation {
  /// The arithmetic in words; the numbers that it names are those of the list.
  var formula: String {
    switch self {
    case .minMax: "(score − low) / (high − low)"
    case .zScore: "(score − mean) / deviation"
    case .dbsf: "(score − mean + 3 σ) / 6 σ, 0…1"
    }
  }
}

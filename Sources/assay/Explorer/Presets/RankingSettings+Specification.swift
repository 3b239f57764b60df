internal import Explorer
internal import Retrieval

extension RankingSettings {
  /// The settings in one word, as `assay compare` takes it: `hybrid:256,int8,fusion=rrf,rrf-k=20`.
  ///
  /// Says what the mode uses; field weights only where they differ from the `customary` ones, so that the word fits
  /// other catalogues as well.
  func specification(customary: LexicalLane) -> String {
    var words: [String] = []
    if mode != .lexical {
      words += ["\(dimensions)", precision.rawValue]
      if let model { words.append("model=\(model.name)") }
      if textShare != 0.5 { words.append("text-share=\(textShare)") }
      if isTwoStage {
        words.append("coarse=\(coarse.dimensions):\(coarse.precision.rawValue):\(coarse.shortlist)")
      }
    }
    if mode == .hybrid { words += fusionWords }
    if mode != .dense { words += lexicalWords(customary: customary) }
    if !filter.isEmpty { words.append("filter=\(filter)") }
    return mode.rawValue + (words.isEmpty ? "" : ":" + words.joined(separator: ","))
  }

  private var fusionWords: [String] {
    var words: [String]
    switch fusionRule {
    case .weighted: words = ["fusion=weighted", "lexical-share=\(lexicalShare)"]
    case .reciprocalRank: words = ["fusion=rrf", "rrf-k=\(rankConstant)"]
    case .combSUM: words = ["fusion=combsum"]
    case .combMNZ: words = ["fusion=combmnz"]
    }
    if let normalisation = fusion.normalisation, normalisation != .minMax {
      words.append("normalisation=\(normalisation.rawValue)")
    }
    switch fusionDepth {
    case .default: break
    case .all: words.append("fusion-depth=all")
    case .top(let count): words.append("fusion-depth=\(count)")
    }
    return words
  }

  private func lexicalWords(customary: LexicalLane) -> [String] {
    let usual = LexicalLane()
    var words: [String] = []
    if lexical.k1 != usual.k1 { words.append("k1=\(lexical.k1)") }
    if lexical.b != usual.b { words.append("b=\(lexical.b)") }
    for (field, weight) in lexical.fieldWeights.sorted(by: { $0.key < $1.key })
    where weight != customary.fieldWeights[field] ?? 1 {
      words.append("field-weight=\(field)=\(weight)")
    }
    return words
  }

  /// The settings that execute a plan; what the plan's mode does not use is as in the beginning.
  init(_ plan: SearchPlan, of bench: Workbench, model: VectorModel?) {
    self = bench.settings(plan.mode, model: model)
    dimensions = plan.dense?.dimensions ?? dimensions
    textShare = plan.dense?.textShare ?? textShare
    coarse = plan.dense?.coarse ?? coarse
    precision = plan.dense?.precision ?? precision
    isTwoStage = plan.dense?.coarse != nil
    lexical = plan.lexical ?? bench.lexical
    filter = plan.filter
    fusionDepth = plan.fusionDepth
    normalisation = plan.fusion.normalisation ?? normalisation
    switch plan.fusion {
    case .weighted(let share, _): (fusionRule, lexicalShare) = (.weighted, share)
    case .reciprocalRank(let constant): (fusionRule, rankConstant) = (.reciprocalRank, constant)
    case .combSUM: fusionRule = .combSUM
    case .combMNZ: fusionRule = .combMNZ
    }
  }
}

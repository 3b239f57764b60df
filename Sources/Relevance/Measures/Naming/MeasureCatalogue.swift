/// Every measure, by name: trec_eval's spelling (`ndcg_cut_10`) and that of ir_measures (`nDCG@10`).
package struct MeasureCatalogue: Sendable {
  /// The families in trec_eval's order, those that it lacks last.
  ///
  /// A new measure is one line here and its file.
  package static let families: [MeasureFamily] =
    [
      QueryCount.family, RetrievedCount.family, RelevantCount.family, RelevantRetrievedCount.family,
      AveragePrecision.family, GeometricMeanAP.family, RPrecision.family, BinaryPreference.family,
      ReciprocalRank.family, InterpolatedPrecision.family, PrecisionAtK.family, RecallAtK.family,
      InferredAP.family,
      NDCG.family, SuccessAtK.family,
    ] + SetMeasure.families + [
      Unjudged.family, Judged.family, ExpectedReciprocalRank.family, RankBiasedPrecision.family,
    ]

  /// The order in which trec_eval prints, by name without cutoff; `map_cut` stands far from `map`.
  private static let referenceOrder = [
    "num_q", "num_ret", "num_rel", "num_rel_ret", "map", "gm_map", "Rprec", "bpref", "recip_rank",
    "iprec_at_recall", "P", "recall", "infAP", "ndcg", "ndcg_cut", "map_cut", "success", "set_P",
    "set_recall",
    "set_map", "set_F", "unj",
  ]

  /// Names that stand for several measures, in trec_eval's words.
  package static let groups: [(name: String, members: [String])] = [
    (
      "official",
      [
        "num_q", "num_ret", "num_rel", "num_rel_ret", "map", "gm_map", "Rprec", "bpref", "recip_rank",
        "iprec_at_recall", "P",
      ]
    ),
    (
      "set", ["num_q", "num_ret", "num_rel", "num_rel_ret", "set_P", "set_recall", "set_map", "set_F"]
    ),
    ("all", referenceOrder), ("all_trec", referenceOrder),
  ]

  /// What grades are worth where a name does not say.
  package let gains: Gains
  /// The tool whose definitions names without a tool's name mean; trec_eval's own when `nil`.
  package let tool: SearchTool?

  /// Makes a catalogue.
  package init(gains: Gains = .linear, tool: SearchTool? = nil) {
    self.gains = gains
    self.tool = tool
  }

  /// The one measure that has a name.
  /// - Throws: for an unknown name, a wrong parameter, and a name that stands for several measures.
  package static func measure(named name: String) throws(MeasureNameError) -> any Measure {
    let measures = try MeasureCatalogue().measures(named: name)
    guard let measure = measures.first, measures.count == 1 else {
      throw MeasureNameError(
        name: name, reason: "it stands for \(measures.count) measures; name one, such as \(measures[0].name)")
    }
    return measure
  }

  /// The measures that a name stands for: one, or several for `P.5,10`, for `P` (at trec_eval's cutoffs) and for a
  /// group.
  package func measures(named name: String) throws(MeasureNameError) -> [any Measure] {
    if let group = Self.groups.first(where: { $0.name == name }) {
      var members: [any Measure] = []
      for member in group.members { members += try measures(named: member) }
      return members
    }
    if let colon = name.firstIndex(of: ":"), let tool = SearchTool(rawValue: String(name[..<colon])) {
      return try MeasureCatalogue(tool: tool).measures(named: String(name[name.index(after: colon)...]))
    }
    let measures: [any Measure]
    if let known = try trecMeasures(named: name) {
      measures = known
    } else {
      measures = [try standardMeasure(named: name)]
    }
    guard let tool else { return measures }
    let own = measures.compactMap { $0 as? NDCG }.filter { $0.gains == gains }
    guard own.count == measures.count else {
      throw MeasureNameError(
        name: name, reason: "'\(tool.rawValue)' is a definition of nDCG only, as in nDCG@10")
    }
    return own.map { tool.ndcg(cutoff: $0.cutoff) }
  }

  /// The measures in the order in which trec_eval prints them, each once; those it lacks follow in their own order.
  package static func inReferenceOrder(_ measures: [any Measure]) -> [any Measure] {
    var seen: Set<String> = []
    return measures.filter { seen.insert($0.name).inserted }.enumerated().sorted { left, right in
      let (a, b) = (referencePosition(left.element.name), referencePosition(right.element.name))
      return (a.0, a.1, left.offset) < (b.0, b.1, right.offset)
    }.map(\.element)
  }

  private static func referencePosition(_ name: String) -> (Int, Double) {
    if let position = referenceOrder.firstIndex(of: name) { return (position, 0) }
    guard let underscore = name.lastIndex(of: "_"),
      let position = referenceOrder.firstIndex(of: String(name[..<underscore])),
      let cutoff = Double(name[name.index(after: underscore)...])
    else { return (referenceOrder.count, 0) }
    return (position, cutoff)
  }
}

extension MeasureCatalogue {
  /// The measures of a name in trec_eval's notation; `nil` when it is no such name.
  private func trecMeasures(named name: String) throws(MeasureNameError) -> [any Measure]? {
    for family in Self.families {
      if name == family.trecName {
        return [try family.make(arguments(name))]
      }
      if family.trecName == "ndcg", name.hasPrefix("ndcg.") {
        var arguments = arguments(name)
        arguments.values["gains"] = String(name.dropFirst(5))
        return [try family.make(arguments)]
      }
      guard let base = family.trecCutName, let cutoffs = Self.cutoffs(of: name, base: base, family: family)
      else {
        continue
      }
      var measures: [any Measure] = []
      for cutoff in cutoffs { measures.append(try self.measure(of: family, name: name, cutoff: cutoff)) }
      return measures
    }
    return nil
  }

  /// The cutoffs that a trec_eval name lists after its base: `base`, `base_10` or `base.10,20`.
  private static func cutoffs(of name: String, base: String, family: MeasureFamily) -> [String]? {
    guard name.hasPrefix(base) else { return nil }
    let rest = name.dropFirst(base.count)
    switch rest.first {
    case nil: return family.trecCutoffs.map(String.init) + family.trecShares.map { String($0) }
    case "_": return [String(rest.dropFirst())]
    case ".": return rest.dropFirst().split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    default: return nil
    }
  }

  /// The measure of a name in ir_measures' notation.
  private func standardMeasure(named name: String) throws(MeasureNameError) -> any Measure {
    let parts = try MeasureName(name)
    guard let family = Self.families.first(where: { $0.names.contains(parts.base) }) else {
      throw MeasureNameError(
        name: name,
        reason:
          "there is no such measure; \(Self.resemblance(of: name, base: parts.base))'assay help eval' lists all names"
      )
    }
    var values = parts.parameters.reduce(into: [String: String]()) { $0[$1.name] = $1.value }
    let isJudgedOnly = try Self.flag(values.removeValue(forKey: "judged_only"), of: name)
    for parameter in values.keys.sorted() where !family.parameters.contains(parameter) {
      let known = (family.parameters + ["judged_only"]).joined(separator: ", ")
      throw MeasureNameError(name: name, reason: "it has no parameter '\(parameter)', only \(known)")
    }
    let measure = try measure(of: family, name: name, values: values, cutoff: parts.cutoff)
    return isJudgedOnly ? JudgedOnly(measure, name: name) : measure
  }

  /// The name that differs in case only, as a question; empty when there is none.
  private static func resemblance(of name: String, base: String) -> String {
    let names = families.flatMap { $0.names + [$0.trecName, $0.trecCutName].compactMap(\.self) }
    let known = names.first { $0.lowercased() == base.lowercased() }
    return known.map { "did you mean \($0)\(name.dropFirst(base.count))? " } ?? ""
  }

  private static func flag(_ value: String?, of name: String) throws(MeasureNameError) -> Bool {
    switch value {
    case nil, "False": return false
    case "True": return true
    default: throw MeasureNameError(name: name, reason: "judged_only is True or False, not '\(value ?? "")'")
    }
  }

  private func measure(
    of family: MeasureFamily, name: String, values: [String: String] = [:], cutoff: String?
  ) throws(MeasureNameError) -> any Measure {
    var arguments = arguments(name)
    arguments.values = values
    if let cutoff {
      switch family.cutoffUse {
      case .never: throw arguments.refusal("it takes no cutoff")
      case .optional, .required:
        guard let rank = Int(cutoff), rank > 0 else {
          throw arguments.refusal("the cutoff '\(cutoff)' is not a whole number above 0")
        }
        arguments.cutoff = rank
      case .share:
        guard let share = Double(cutoff), (0...1).contains(share) else {
          throw arguments.refusal("the level of recall '\(cutoff)' is no number in 0…1")
        }
        arguments.share = share
      }
    }
    return try family.make(arguments)
  }

  private func arguments(_ name: String) -> MeasureArguments {
    var arguments = MeasureArguments(name: name)
    arguments.defaultGains = gains
    return arguments
  }
}

internal import ArgumentParser
internal import Relevance

/// The flags that say what is measured, and how grades are read.
struct MeasureOptions: ParsableArguments {
  @Option(
    name: [.customShort("m"), .customLong("measure")], parsing: .upToNextOption,
    help: ArgumentHelp(
      "What to measure: names of trec_eval or ir_measures, several after another.", valueName: "name"))
  var names: [String] = []

  @Option(
    name: [.short, .long], parsing: .unconditional,
    help: "The smallest grade that counts as relevant for measures of yes and no.")
  var level: Int = 1

  @Flag(name: [.customShort("J"), .long], help: "Leave unjudged items out and close the ranks up.")
  var judgedOnly = false

  @Option(
    name: [.customShort("M"), .customLong("max-rank")], parsing: .unconditional,
    help: "Look at the first so many items of each ranking only.")
  var depth: Int?

  @Option(
    help: ArgumentHelp(
      "What grades are worth to nDCG: \(GainsChoice.language).",
      valueName: "map"))
  var gains: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Whose nDCG: \(MeasureOptions.tools).", valueName: "tool"),
    transform: MeasureOptions.tool)
  var tool: SearchTool?

  func validate() throws {
    guard level >= 0 else { throw ValidationError("--level must be 0 or more, not \(level)") }
    if let depth, depth < 1 { throw ValidationError("--max-rank must be at least 1, not \(depth)") }
    if gains != nil, tool != nil { throw ValidationError("--as has gains of its own; leave --gains out") }
  }

  /// How rankings and grades are read.
  var reading: Evaluation.Reading {
    Evaluation.Reading(level: level, isJudgedOnly: judgedOnly, depth: depth)
  }

  /// The measures that were named, each once, or else `usual` ones.
  ///
  /// `scale` is the one of the index that is measured; its gain maps can be named.
  func measures(usual: [String], scale: Scale?) throws -> [any Measure] {
    let catalogue = MeasureCatalogue(
      gains: try gains.map { try GainsChoice.named($0, scale: scale) } ?? .linear, tool: tool)
    let wanted =
      names.isEmpty ? (tool == nil ? usual : ["nDCG@10"]) : names.filter { $0 != Evaluation.tagName }
    var measures: [any Measure] = []
    for name in wanted {
      do {
        for measure in try catalogue.measures(named: name)
        where !measures.contains(where: { $0.name == measure.name }) {
          measures.append(measure)
        }
      } catch {
        throw CommandFailure.usage("\(error)")
      }
    }
    return measures
  }

  /// Whether the run's name is asked for, by its own name or by that of a group in which trec_eval has it.
  var asksForTag: Bool {
    names.contains { [Evaluation.tagName, "official", "set", "all_trec"].contains($0) }
  }

  /// All names, for help texts.
  static var vocabulary: String {
    let families = MeasureCatalogue.families.map { family in
      let trec =
        family.trecPattern.isEmpty || family.trecPattern == family.pattern ? "" : " (\(family.trecPattern))"
      return "  \(family.pattern)\(trec): \(family.about)"
    }
    let groups = MeasureCatalogue.groups.map { "  \($0.name): \($0.members.joined(separator: " "))" }
    let tools = SearchTool.allCases.map { "  \($0.rawValue):nDCG@10: \($0.about)" }
    return """
      Measures, as ir_measures and in parentheses as trec_eval names them; k is a cutoff, [@k] an optional one. Every \
      one of the first kind also takes judged_only=True. trec_eval's P.5,10 and P stand for several.
      \(families.joined(separator: "\n"))
      Several at once, with --format trec the run's name too (runid), as trec_eval has it; all_trec is what Assay has of \
      trec_eval's:
      \(groups.joined(separator: "\n"))
      nDCG as other tools define it, also chosen by --as:
      \(tools.joined(separator: "\n"))
      """
  }

  private static let tools = SearchTool.allCases.map(\.rawValue).joined(separator: ", ")

  private static func tool(_ name: String) throws -> SearchTool {
    guard let tool = SearchTool(rawValue: name) else {
      throw ValidationError("'\(name)' is none of \(tools)")
    }
    return tool
  }
}

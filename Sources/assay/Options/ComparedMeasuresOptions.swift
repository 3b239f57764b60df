internal import ArgumentParser
internal import Relevance

/// The flag that names measures whose means are compared.
struct ComparedMeasuresOptions: ParsableArguments {
  @Option(
    name: [.customShort("m"), .long],
    help: ArgumentHelp(
      "A measure as ir_measures or trec_eval spell it: nDCG@10, AP, map_cut_100. May be given several times; \(Self.customary.joined(separator: ", ")) when left out.",
      valueName: "name"))
  var measure: [String] = []

  @Option(
    help: ArgumentHelp("What grades are worth to nDCG: \(GainsChoice.language).", valueName: "map"))
  var gains: String?

  private static let customary = ["nDCG@10", "RR", "R@100"]

  /// The measures, each once.
  ///
  /// `scale` is the one of the index that is measured; its gain maps can be named.
  /// - Throws: `CommandFailure` for a name that no measure has, and for one that is no mean over queries.
  func measures(scale: Scale?) throws -> [any Measure] {
    let catalogue = MeasureCatalogue(
      gains: try gains.map { try GainsChoice.named($0, scale: scale) } ?? .linear)
    var measures: [any Measure] = []
    for name in measure.isEmpty ? Self.customary : measure {
      let named: [any Measure]
      do {
        named = try catalogue.measures(named: name)
      } catch {
        throw CommandFailure.usage("--measure \(name): \(error)")
      }
      for measure in named where !measures.contains(where: { $0.name == measure.name }) {
        guard measure.summary == .mean else {
          throw CommandFailure.usage(
            "--measure \(name): \(measure.title) is no mean over queries that could be compared")
        }
        measures.append(measure)
      }
    }
    return measures
  }
}

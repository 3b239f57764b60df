internal import ArgumentParser
internal import Embeddings
internal import Retrieval

/// The flags that describe a ranking; every command that ranks takes the same ones.
///
/// Numbers are taken as they stand, so that one below zero is refused as what it is rather than read as a flag.
struct RankingOptions: ParsableArguments {
  @Option(help: "Which lanes rank: dense, lexical or hybrid.")
  var mode: RankingMode = .hybrid

  @OptionGroup(title: "Dense lane")
  var dense: DenseOptions

  @OptionGroup(title: "Lexical lane")
  var lexical: LexicalOptions

  @OptionGroup(title: "Fusion")
  var fusion: FusionOptions

  @OptionGroup(title: "Filters")
  var filters: FilteringOptions

  /// The plan these flags describe, for the lengths and fields that an index has.
  ///
  /// `warns` of vectors cut that were not trained for it, on standard error.
  func plan(
    for workspace: Workspace, depth: Int, warns: Bool = true
  ) throws(CommandFailure) -> SearchPlan {
    let dense = try self.dense.lane(declared: workspace.dimensions)
    let full = workspace.dimensions[workspace.dimensions.count - 1]
    if warns, mode != .lexical, dense.dimensions < full, !workspace.encoder.card.isMatryoshka {
      Diagnostics.say(
        "warning: \(workspace.encoder.card.id) declares no lengths below \(full): cutting its vectors to "
          + "\(dense.dimensions) loses more than a Matryoshka model would")
    }
    let lexical = try self.lexical.lane(fields: workspace.textFields, weights: workspace.fieldWeights)
    return SearchPlan(
      dense: mode == .lexical ? nil : dense, lexical: mode == .dense ? nil : lexical, fusion: fusion.rule,
      fusionDepth: fusion.fusionDepth, filtering: filters.rule, depth: depth)
  }

  /// Refuses a number that lies outside a range.
  static func check(_ value: Double, named name: String, in range: ClosedRange<Double>) throws {
    guard range.contains(value) else {
      throw ValidationError("\(name) must lie in \(range.lowerBound)…\(range.upperBound), not \(value)")
    }
  }
}

extension RankingMode: ExpressibleByArgument {}

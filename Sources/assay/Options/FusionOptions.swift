internal import ArgumentParser
internal import Retrieval

/// The flags that say how hybrid joins the lists of its lanes.
struct FusionOptions: ParsableArguments {
  @Option(help: "How hybrid joins its lists.")
  var fusion: FusionName = .weighted

  @Option(help: "How scores are made comparable before they are joined; without effect on rrf.")
  var normalisation: Normalisation = .minMax

  @Option(parsing: .unconditional, help: "Weight of the lexical lane in weighted fusion, 0…1.")
  var lexicalShare: Double = 0.1

  @Option(parsing: .unconditional, help: "The k of reciprocal rank fusion, 1/(k + rank).")
  var rrfK: Int = 60

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many of each lane's best items are joined, or all.", valueName: "count|all"),
    transform: FusionOptions.depth)
  var fusionDepth: FusionDepth = .default

  func validate() throws {
    try RankingOptions.check(lexicalShare, named: "--lexical-share", in: 0...1)
    guard rrfK >= 0 else { throw ValidationError("--rrf-k must be at least 0, not \(rrfK)") }
  }

  /// The fusion these flags describe.
  var rule: Fusion {
    switch fusion {
    case .weighted: .weighted(lexicalShare: lexicalShare, normalisation: normalisation)
    case .rrf: .reciprocalRank(k: rrfK)
    case .combsum: .combSUM(normalisation)
    case .combmnz: .combMNZ(normalisation)
    }
  }

  private static func depth(_ text: String) throws -> FusionDepth {
    if text == "all" { return .all }
    guard let depth = Int(text), depth > 0 else {
      throw ValidationError("give a count of at least 1, or all")
    }
    return .top(depth)
  }
}

/// The names of the fusions on the command line.
enum FusionName: String, CaseIterable, ExpressibleByArgument {
  case weighted, rrf, combsum, combmnz
}

extension Normalisation: ExpressibleByArgument {}

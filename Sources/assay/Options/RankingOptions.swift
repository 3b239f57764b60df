internal import ArgumentParser
internal import Retrieval

/// The flags that describe a ranking; every command that ranks takes the same ones.
///
/// Numbers are taken as they stand, so that one below zero is refused as what it is rather than read as a flag.
struct RankingOptions: ParsableArguments {
  @Option(help: "Which lanes rank: dense, lexical or hybrid.")
  var mode: RankingMode = .hybrid

  @Option(
    parsing: .unconditional,
    help: "Length of the embedding's prefix; one the encoder declares. All of it by default.")
  var dimensions: Int?

  @Option(help: "Number format of the vectors: float32, int8 or binary.")
  var precision: VectorPrecision = .float32

  @Option(
    parsing: .unconditional,
    help: "Weight of the text vector in an item's vector, 0…1; the picture's has the rest.")
  var textShare: Double = 0.5

  @Option(help: "How hybrid joins its lanes: weighted (min–max) or rrf.")
  var fusion: FusionName = .weighted

  @Option(parsing: .unconditional, help: "Weight of the lexical lane in weighted fusion, 0…1.")
  var lexicalShare: Double = 0.1

  @Option(parsing: .unconditional, help: "The k of reciprocal rank fusion, 1/(k + rank).")
  var rrfK: Int = 60

  @Option(
    name: .customLong("k1"), parsing: .unconditional, help: "BM25F term-frequency saturation, at least 0.")
  var k1: Double = LexicalLane().k1

  @Option(name: .customLong("b"), parsing: .unconditional, help: "BM25F length normalisation, 0…1.")
  var b: Double = LexicalLane().b

  func validate() throws {
    try Self.check(textShare, named: "--text-share", in: 0...1)
    try Self.check(lexicalShare, named: "--lexical-share", in: 0...1)
    try Self.check(b, named: "--b", in: 0...1)
    guard k1.isFinite, k1 >= 0 else { throw ValidationError("--k1 must be at least 0, not \(k1)") }
    guard rrfK >= 0 else { throw ValidationError("--rrf-k must be at least 0, not \(rrfK)") }
  }

  /// The plan these flags describe, for an encoder with the given declared prefix lengths.
  func plan(declared: [Int], fieldWeights: [String: Double], depth: Int) throws(CommandFailure) -> SearchPlan
  {
    let dimensions = try chosenDimensions(declared: declared)
    let dense = DenseLane(dimensions: dimensions, precision: precision, textShare: textShare)
    let lexical = LexicalLane(k1: k1, b: b, fieldWeights: fieldWeights)
    return SearchPlan(
      dense: mode == .lexical ? nil : dense, lexical: mode == .dense ? nil : lexical,
      fusion: fusion == .weighted ? .weighted(lexicalShare: lexicalShare) : .reciprocalRank(k: rrfK),
      depth: depth)
  }

  private func chosenDimensions(declared: [Int]) throws(CommandFailure) -> Int {
    guard let dimensions else { return declared[declared.count - 1] }
    guard declared.contains(dimensions) else {
      let list = declared.map(String.init).joined(separator: ", ")
      throw .usage("--dimensions \(dimensions): this index's encoder declares \(list)")
    }
    return dimensions
  }

  private static func check(_ value: Double, named name: String, in range: ClosedRange<Double>) throws {
    guard range.contains(value) else {
      throw ValidationError("\(name) must lie in \(range.lowerBound)…\(range.upperBound), not \(value)")
    }
  }
}

/// The names of the fusions on the command line.
enum FusionName: String, CaseIterable, ExpressibleByArgument {
  case weighted, rrf
}

extension RankingMode: ExpressibleByArgument {}
extension VectorPrecision: ExpressibleByArgument {}

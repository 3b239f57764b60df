internal import ArgumentParser
internal import Retrieval

/// The flags of the dense lane.
struct DenseOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "Length of the embedding's prefix; one the encoder declares. All of it by default.")
  var dimensions: Int?

  @Option(help: "Number format of the vectors.")
  var precision: VectorPrecision = .float32

  @Option(
    parsing: .unconditional,
    help: "Weight of the text vector in an item's vector, 0…1; the picture's has the rest.")
  var textShare: Double = 0.5

  @Option(
    help: ArgumentHelp(
      """
      Two stages: compare all items at this length and precision first, and as the other flags say only the best \
      of them, as in 64:int8:400.
      """, valueName: "length:precision:shortlist"),
    transform: DenseOptions.coarseStage)
  var coarse: CoarseStage?

  func validate() throws {
    try RankingOptions.check(textShare, named: "--text-share", in: 0...1)
  }

  /// The lane these flags describe, when vectors may be cut at the `declared` lengths.
  func lane(declared: [Int]) throws(CommandFailure) -> DenseLane {
    let length = dimensions ?? declared[declared.count - 1]
    try check(length, flag: "--dimensions \(length)", declared: declared)
    if let coarse { try check(coarse.dimensions, flag: "--coarse \(coarse.dimensions)", declared: declared) }
    return DenseLane(dimensions: length, precision: precision, textShare: textShare, coarse: coarse)
  }

  private func check(_ length: Int, flag: String, declared: [Int]) throws(CommandFailure) {
    guard declared.contains(length) else {
      let list = declared.map(String.init).joined(separator: ", ")
      throw .usage("\(flag): this index's encoder declares \(list)")
    }
  }

  /// Reads a coarse stage as the flag takes it: `64:int8:400`.
  static func coarseStage(_ text: String) throws -> CoarseStage {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let length = Int(parts[0]), length > 0, let shortlist = Int(parts[2]),
      shortlist > 0
    else { throw ValidationError("give length, precision and shortlist, as in 64:int8:400") }
    guard let precision = VectorPrecision(rawValue: parts[1]) else {
      let names = VectorPrecision.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(parts[1])' is none of the precisions \(names)")
    }
    return CoarseStage(dimensions: length, precision: precision, shortlist: shortlist)
  }
}

extension VectorPrecision: ExpressibleByArgument {}

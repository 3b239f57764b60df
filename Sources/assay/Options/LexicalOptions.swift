internal import ArgumentParser
internal import Retrieval

/// The flags of the lexical lane.
struct LexicalOptions: ParsableArguments {
  @Option(
    name: .customLong("k1"), parsing: .unconditional, help: "BM25F term-frequency saturation, at least 0.")
  var k1: Double = LexicalLane().k1

  @Option(name: .customLong("b"), parsing: .unconditional, help: "BM25F length normalisation, 0…1.")
  var b: Double = LexicalLane().b

  @Option(
    help: ArgumentHelp(
      "Weight of a text field, as in title=3; 0 leaves the field out. May be given several times.",
      valueName: "field=weight"),
    transform: LexicalOptions.fieldWeight)
  var fieldWeight: [FieldWeight] = []

  func validate() throws {
    try RankingOptions.check(b, named: "--b", in: 0...1)
    guard k1.isFinite, k1 >= 0 else { throw ValidationError("--k1 must be at least 0, not \(k1)") }
  }

  /// The lane these flags describe, for an index of the given `fields` with their customary `weights`.
  func lane(fields: [String], weights: [String: Double]) throws(CommandFailure) -> LexicalLane {
    var weights = weights
    for change in fieldWeight {
      guard fields.contains(change.field) else {
        let list = fields.joined(separator: ", ")
        throw .usage("--field-weight \(change.field): this index searches the fields \(list)")
      }
      weights[change.field] = change.weight
    }
    return LexicalLane(k1: k1, b: b, fieldWeights: weights)
  }

  private static func fieldWeight(_ text: String) throws -> FieldWeight {
    guard let equals = text.lastIndex(of: "="), equals > text.startIndex else {
      throw ValidationError("give a field and its weight, as in title=3")
    }
    let number = String(text[text.index(after: equals)...])
    guard let weight = Double(number), weight.isFinite, weight >= 0 else {
      throw ValidationError("a weight is a number of at least 0, not '\(number)'")
    }
    return FieldWeight(field: String(text[..<equals]), weight: weight)
  }
}

/// One field's weight on the command line.
struct FieldWeight: Hashable {
  let field: String
  let weight: Double
}

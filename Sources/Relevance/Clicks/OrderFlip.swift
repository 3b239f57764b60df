/// Whether two kinds of judgments put two configurations in the same order.
///
/// Made for the differences of a measure, once measured with what people decided and once with what was derived from
/// clicks.
package struct OrderFlip: Hashable, Sendable {
  /// What the two kinds say.
  package enum Verdict: String, Hashable, Sendable {
    /// Both prefer the same configuration.
    case same
    /// Each prefers another one.
    case flipped
    /// At least one of them sees no difference.
    case undecided
  }

  /// The mean difference under the first kind of judgments; 0 without queries.
  package let first: Double
  /// The mean difference under the second.
  package let second: Double
  /// The queries on which the signs differ, by the bytes of their ids; of those that both kinds judge.
  package let queries: [String]
  /// How many queries both kinds judge.
  package let common: Int

  /// Compares differences, one for each query that a kind of judgments covers.
  /// - Parameters:
  ///   - first: Query ids and differences of the measure, one configuration less the other.
  ///   - second: The same, with the other kind of judgments.
  package init(
    _ first: [(query: String, difference: Double)], _ second: [(query: String, difference: Double)]
  ) {
    self.first = Self.mean(first.map(\.difference))
    self.second = Self.mean(second.map(\.difference))
    let others = Dictionary(second.map { (DocumentID($0.query), $0.difference) }) { $1 }
    let shared = first.compactMap { entry in others[DocumentID(entry.query)].map { (entry, $0) } }
    common = shared.count
    queries = shared.filter { $0.0.difference * $0.1 < 0 }.map { DocumentID($0.0.query) }.sorted().map(\.text)
  }

  /// What the means say.
  package var verdict: Verdict {
    if first == 0 || second == 0 { return .undecided }
    return (first > 0) == (second > 0) ? .same : .flipped
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }
}

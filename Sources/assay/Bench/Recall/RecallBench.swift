internal import Embeddings
internal import Relevance
internal import Retrieval
internal import Storage

/// Measures what rounding, cutting and coarse stages lose: against the float32 ranking, and against judgments.
///
/// Against float32 at the same length is what the format loses; against float32 at the full length is what format and
/// cut lose together. The first says something about the index, the second about the model too; they are never one
/// number.
struct RecallBench {
  let workspace: Workspace
  /// Those with a text.
  let queries: [Query]
  let qrels: Qrels?
  let textShare: Double
  /// Called after each configuration with how many are done, of how many.
  let progress: (Int) -> ProgressLine

  /// How deep rankings are compared.
  private static let depth = 100

  /// Measures some configurations.
  func run(_ configurations: [RecallConfiguration]) throws -> [RecallRow] {
    let vectors = try queries.map { try workspace.encoder.encode(query: $0.text) }
    let full = workspace.dimensions[workspace.dimensions.count - 1]
    let lengths = Set(configurations.map(\.lane.dimensions)).union([full])
    let truths = lengths.reduce(into: [Int: [[UInt32]]]()) { truths, length in
      truths[length] = rankings(DenseLane(dimensions: length, textShare: textShare), vectors)
    }
    let names = try workspace.archive.items().ids()
    let line = progress(configurations.count)
    defer { line.finish() }
    return configurations.map { configuration in
      let found = rankings(configuration.lane, vectors)
      defer { line.advance(by: 1) }
      return RecallRow(
        configuration: configuration.label, bytes: configuration.bytes,
        sameLength: Overlap(of: found, with: truths[configuration.lane.dimensions] ?? []),
        fullLength: Overlap(of: found, with: truths[full] ?? []),
        ndcg: ndcg(found, names: names))
    }
  }

  private func rankings(_ lane: DenseLane, _ vectors: [[Float]]) -> [[UInt32]] {
    let plan = SearchPlan(dense: lane, lexical: nil, depth: Self.depth)
    return zip(queries, vectors).map { query, vector in
      workspace.searcher.search(plan, query: SearchQuery(text: query.text, vector: vector)).items.map(
        \.ordinal)
    }
  }

  /// The mean over the judged queries, or `nil` when there is none.
  private func ndcg(_ rankings: [[UInt32]], names: [DocumentID]) -> Double? {
    let judged = zip(queries, rankings).compactMap { query, ranking -> Double? in
      guard let grades = qrels?[query.id], !grades.isEmpty else { return nil }
      return NDCG(cutoff: 10).score(ranking: ranking.map { names[Int($0)] }, grades: grades)
    }
    return judged.isEmpty ? nil : judged.reduce(0, +) / Double(judged.count)
  }
}

/// The mean share of a true ranking's best items that another ranking's best as many have.
struct Overlap: Encodable {
  let at10: Double
  let at100: Double

  /// Compares rankings query by query; queries whose true ranking is empty do not count.
  init(of found: [[UInt32]], with truths: [[UInt32]]) {
    at10 = Self.mean(found, truths, cutoff: 10)
    at100 = Self.mean(found, truths, cutoff: 100)
  }

  private static func mean(_ found: [[UInt32]], _ truths: [[UInt32]], cutoff: Int) -> Double {
    let shares = zip(found, truths).filter { !$1.isEmpty }.map { found, truth in
      let wanted = Set(truth.prefix(cutoff))
      return Double(found.prefix(cutoff).count { wanted.contains($0) }) / Double(wanted.count)
    }
    return shares.isEmpty ? 1 : shares.reduce(0, +) / Double(shares.count)
  }
}

internal import Relevance
internal import Retrieval
internal import Storage

/// Finds out where coarse stages put every relevant item.
struct FunnelMeasurement {
  let workspace: Workspace
  let queries: SweptQueries
  /// The smallest grade that counts as relevant.
  let level: Int
  let textShare: Double
  let shortlists: [Int]
  let bootstrap: Bootstrap
  let watch: any StepWatch

  /// A relevant item of a query that can be looked for.
  private struct Relevant {
    let document: DocumentID
    let ordinal: UInt32
    let grade: Int
  }

  /// What was measured, and what could not be.
  struct Outcome {
    let funnel: Funnel
    /// How many queries have a vector and a relevant item.
    let queryCount: Int
    /// How many queries have no vector to compare with.
    let withoutVector: Int
    /// How many relevant items the index does not have.
    let notIndexed: Int
  }

  /// Measures every coarse stage.
  /// - Throws: `CommandFailure` when the index has no vectors; what `watch` throws to end the work.
  func run(_ stages: [(dimensions: Int, precision: VectorPrecision)]) throws -> Outcome {
    guard let dense = workspace.searcher.dense else {
      throw CommandFailure.data("\(workspace.archive.path): the index has no vectors")
    }
    let full = workspace.dimensions[workspace.dimensions.count - 1]
    let ordinals = ordinals
    var notIndexed = 0
    var asked: [(query: Query, search: SearchQuery, vector: [Float], items: [Relevant])] = []
    var withoutVector = 0
    for (query, search) in zip(queries.compared.queries, queries.resolved) {
      let graded = queries.compared.qrels[query.id].filter { $0.value >= level }
      guard let vector = search.vector, vector.contains(where: { $0 != 0 }) else {
        withoutVector += 1
        continue
      }
      let items = graded.compactMap { document, grade in
        ordinals[document].map { Relevant(document: document, ordinal: $0, grade: grade) }
      }
      notIndexed += graded.count - items.count
      guard !items.isEmpty else { continue }
      asked.append((query, search, vector, items.sorted { $0.document < $1.document }))
    }
    watch.begin((stages.count + 1) * asked.count)
    defer { watch.finish() }
    func places(_ lane: DenseLane) throws -> [[Int?]] {
      try asked.map { query in
        try watch.step()
        return dense.places(
          of: query.items.map(\.ordinal), query: query.vector, lane: lane, within: query.search.eligible)
      }
    }
    let truth = try places(DenseLane(dimensions: full, textShare: textShare))
    let measured = try stages.map { stage in
      let coarse = try places(
        DenseLane(dimensions: stage.dimensions, precision: stage.precision, textShare: textShare))
      let all = asked.indices.flatMap { index in
        asked[index].items.indices.map { item in
          FunnelPlace(
            query: asked[index].query.id, document: asked[index].items[item].document,
            grade: asked[index].items[item].grade, fullRank: truth[index][item],
            coarseRank: coarse[index][item])
        }
      }
      return FunnelStage(dimensions: stage.dimensions, precision: stage.precision, places: all)
    }
    return Outcome(
      funnel: Funnel(
        fullDimensions: full, level: level, shortlists: shortlists, stages: measured, bootstrap: bootstrap),
      queryCount: asked.count, withoutVector: withoutVector, notIndexed: notIndexed)
  }

  private var ordinals: [DocumentID: UInt32] {
    var wanted: Set<DocumentID> = []
    for query in queries.compared.queries { wanted.formUnion(queries.compared.qrels[query.id].keys) }
    var found: [DocumentID: UInt32] = [:]
    for (ordinal, name) in queries.names.enumerated() where wanted.contains(name) {
      found[name] = UInt32(ordinal)
    }
    return found
  }
}

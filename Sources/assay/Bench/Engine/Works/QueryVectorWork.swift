internal import Embeddings

/// The vector of each query, by the index's encoder; nothing when a server makes it, whose pace is its own.
///
/// Without a bar: how long it takes is up to the model's size.
struct QueryVectorWork: EngineWork {
  let name = "encode"

  func measure(_ subject: EngineSubject) throws -> [EngineRow] {
    let encoder = subject.workspace.encoder
    guard !(encoder is ServedEncoder) else { return [] }
    let times = try time(subject) { query in _ = try encoder.encode(query: query.text) }
    return [EngineRow("vector of a query", times, note: encoder.card.id)]
  }
}

internal import Explorer
internal import Relevance
internal import Storage

/// Turns decisions into journal lines and the journal into qrels; used from the journal's thread only.
struct JudgmentRecorder: Sendable {
  let journal: JudgmentJournal
  let assessor: String
  let scale: Scale
  /// Queries that need not be listed beside the qrels.
  let known: QuerySet
  let workspace: OpenWorkspace

  /// Appends a decision; when this returns, it is on the disk.
  func append(_ draft: JudgmentDraft) throws(StorageError) {
    try journal.append(
      Judgment(
        time: Timestamp.now(), assessor: assessor, queryID: draft.query.id, query: draft.query.text,
        item: draft.item, scale: scale.id, decision: draft.decision, note: draft.note,
        itemHash: try workspace.current.contentHash(of: draft.item), seen: draft.seen, isBlind: draft.isBlind,
        milliseconds: draft.milliseconds))
  }

  /// Writes the qrels; what came of it, in a sentence.
  func compile() -> String {
    do {
      let output = try QrelsCompiler(journal).compile(try journal.read(), known: known)
      guard let output else { return "nothing is judged yet; no qrels were written" }
      return "\(output.count) \(output.count == 1 ? "grade" : "grades") compiled to \(output.qrels)"
    } catch {
      return "qrels were not written: \(error)"
    }
  }
}

internal import Explorer
internal import Relevance
internal import Storage
internal import TerminalUI

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

  /// Writes the qrels; what came of it, and what was left out, in a sentence.
  func compile() throws(StorageError) -> String {
    let content = try journal.read()
    guard let output = try QrelsCompiler(journal).compile(content, scale: scale.id, known: known) else {
      return content.judgments.isEmpty
        ? "nothing is judged yet; no qrels were written"
        : "nothing is judged on the scale \(scale.id); the qrels stay as they are"
    }
    return output.sentence
  }
}

extension QrelsCompiler.Output {
  /// What was written and what was left out.
  var sentence: String {
    var parts = ["\(Numerals.counted(count, "grade")) compiled to \(qrels)"]
    if disputedCount > 0 {
      parts.append("\(disputedCount) of them disputed among assessors: the latest counts")
    }
    var left = otherScales.sorted { $0.key < $1.key }.map { "\($0.value) on the scale \($0.key)" }
    if implicitCount > 0 { left.append("\(implicitCount) derived from clicks") }
    if !left.isEmpty { parts.append("left out: " + left.joined(separator: ", ")) }
    return parts.joined(separator: "; ")
  }
}

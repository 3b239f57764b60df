package import Relevance

/// Writes what a journal amounts to as TREC qrels beside it, for other tools.
package struct QrelsCompiler: Hashable, Sendable {
  /// The files that were written.
  package struct Output: Hashable, Sendable {
    /// The qrels.
    package let qrels: String
    /// The queries that belong to no query set; `nil` when there are none.
    package let queries: String?
    /// How many grades the qrels hold.
    package let count: Int
  }

  private let journal: String

  /// Compiles beside the given journal.
  package init(_ journal: JudgmentJournal) {
    self.journal = journal.path
  }

  /// The path of the qrels: the journal's with `.qrels` in the place of `.jsonl`.
  package var qrelsPath: String { base + ".qrels" }

  private var base: String {
    journal.hasSuffix(".jsonl") ? String(journal.dropLast(".jsonl".count)) : journal
  }

  /// Replaces the qrels, and the list of queries outside `known`, by what the journal says now.
  ///
  /// Each file is replaced as a whole. The list is `queries.tsv` in the same folder, or `NAME.queries.tsv` when that
  /// name is taken by a file that was not compiled from this journal.
  /// - Returns: what was written, or `nil` when there is nothing to write and nothing to replace.
  /// - Throws: `StorageError.unwritable` when a file can't be written, ids can't be spelled in TREC files, or the
  ///   qrels hold judgments that are not in the journal and would be lost.
  package func compile(_ content: JournalContent, known: QuerySet) throws(StorageError) -> Output? {
    let qrels = content.qrels
    guard qrels.count > 0 || Path.exists(qrelsPath) else { return nil }
    try checkNothingIsLost(content)
    let text: String
    do {
      text = try qrels.trec()
    } catch {
      throw .unwritable(path: qrelsPath, reason: "\(error)")
    }
    try AtomicFile.write(Array(text.utf8), to: qrelsPath)
    return Output(
      qrels: qrelsPath, queries: try writeQueries(content, judged: qrels, known: known), count: qrels.count)
  }

  /// A journal only grows, so whatever was compiled from it before is about pairs that it still has.
  private func checkNothingIsLost(_ content: JournalContent) throws(StorageError) {
    guard Path.exists(qrelsPath) else { return }
    let remedy = "move it away, or keep judgments in another file with --judgments"
    guard let text = String(validating: try AtomicFile.read(qrelsPath), as: UTF8.self),
      let existing = try? Qrels(trec: text)
    else { throw .unwritable(path: qrelsPath, reason: "a file that is not qrels is in the way; \(remedy)") }
    var decided: [QueryID: Set<DocumentID>] = [:]
    for judgment in content.judgments { decided[judgment.queryID, default: []].insert(judgment.item) }
    for (query, grades) in existing.grades {
      let strangers = grades.keys.filter { decided[query]?.contains($0) != true }
      guard strangers.isEmpty else {
        throw .unwritable(
          path: qrelsPath,
          reason:
            "holds judgments that are not in \(journal), such as '\(query)' '\(strangers[0])'; \(remedy)")
      }
    }
  }

  private func writeQueries(
    _ content: JournalContent, judged: Qrels, known: QuerySet
  ) throws(StorageError) -> String? {
    var typed = QuerySet()
    for judgment in content.judgments
    where known[id: judgment.queryID] == nil && !judged[judgment.queryID].isEmpty {
      typed.append(Query(id: judgment.queryID, text: judgment.query))
    }
    let heading = "# queries typed in Assay, compiled from \(Path.name(journal))\n"
    let path = try queriesPath(heading: heading)
    guard !typed.queries.isEmpty || Path.exists(path) else { return nil }
    try AtomicFile.write(Array((heading + typed.tsv).utf8), to: path)
    return typed.queries.isEmpty ? nil : path
  }

  private func queriesPath(heading: String) throws(StorageError) -> String {
    let customary = Path.join(Path.parent(journal), "queries.tsv")
    if !Path.exists(customary) { return customary }
    let isOurs = try AtomicFile.read(customary).starts(with: heading.utf8)
    return isOurs ? customary : base + ".queries.tsv"
  }
}

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
    /// The grades that were not chosen, counted by scale.
    package let otherScales: [String: Int]
    /// How many grades were derived from clicks and not chosen.
    package let implicitCount: Int
    /// About how many items several assessors disagree, so that one grade of theirs had to be made.
    package let disputedCount: Int
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

  /// Replaces the qrels, and the list of queries outside `known`, by what the journal says now on one scale.
  ///
  /// What counts is what `assay judge compile --scale` counts: grades on the scale that somebody gave, and of several
  /// assessors' grades of one item the latest. Each file is replaced as a whole. The list is `queries.tsv` in the same
  /// folder, or `NAME.queries.tsv` when that name is taken by a file that was not compiled from this journal.
  /// - Returns: what was written, or `nil` when nothing was ever decided on the scale, or nothing stands and nothing is there to
  ///   replace; the files are then as they were.
  /// - Throws: `StorageError.unwritable` when a file can't be written, ids can't be spelled in TREC files, or the
  ///   qrels hold judgments that are not in the journal and would be lost.
  package func compile(
    _ content: JournalContent, scale: String, known: QuerySet
  ) throws(StorageError) -> Output? {
    let selection = JudgmentSelection(scales: [OpaqueName(scale)])
    let standing = StandingJudgments(content.judgments, choosing: selection)
    let qrels = Qrels(standing: standing)
    guard !standing.subjects.isEmpty, qrels.count > 0 || Path.exists(qrelsPath) else { return nil }
    try checkNothingIsLost(content)
    let text: String
    do {
      text = try qrels.trec()
    } catch {
      throw .unwritable(path: qrelsPath, reason: "\(error)")
    }
    try AtomicFile.write(Array(text.utf8), to: qrelsPath)
    let others = StandingJudgments(content.judgments, choosing: .all).grades.filter {
      !selection.contains($0)
    }
    return Output(
      qrels: qrelsPath, queries: try writeQueries(content, judged: qrels, known: known), count: qrels.count,
      otherScales: Dictionary(
        others.filter { !$0.source.isImplicit }.map { ($0.scale, 1) }, uniquingKeysWith: +),
      implicitCount: others.count { $0.source.isImplicit }, disputedCount: Self.disputed(standing.grades))
  }

  private static func disputed(_ grades: [Judgment]) -> Int {
    Dictionary(grouping: grades) { QueryItem($0.queryID, $0.item) }.values
      .count { Set($0.compactMap(\.grade)).count > 1 }
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

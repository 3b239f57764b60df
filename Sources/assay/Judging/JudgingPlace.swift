internal import Foundation
internal import Relevance
internal import Storage

/// Where judgments are to go, with the catalogue and the queries they are about.
struct JudgingPlace {
  /// The journal; it need not be there yet.
  let journal: JudgmentJournal
  /// What it says.
  let content: JournalContent
  /// The index; `nil` when none was named.
  let archive: IndexArchive?
  /// The queries of `--queries`, or those of the index's catalogue.
  let queries: QuerySet
  /// The catalogue's scale; `nil` when no index was named.
  let scale: Scale?

  /// Opens what the options name: a journal, which may be new, or an index or a catalogue with one; that of `index` when
  /// `judgments` is `nil`.
  init(judgments: String?, index: String?, queries: String?, settings: Settings) throws {
    archive = try index.map { try IndexArchive(IndexPlace.existing($0, settings: settings)) }
    let companions = archive.map(CatalogueCompanions.init)
    scale = companions?.scale
    if let judgments {
      journal = try Self.journal(judgments, settings: settings)
    } else if let companions {
      journal = JudgmentJournal(try companions.journal(environment: settings.environment))
    } else {
      throw CommandFailure.usage("name the journal with --judgments, or the index it belongs to with --index")
    }
    content = try journal.read()
    if let repair = content.repair { Diagnostics.say("assay: \(repair)") }
    self.queries = try Self.queries(queries, companions)
  }

  private static func journal(_ path: String, settings: Settings) throws(StorageError) -> JudgmentJournal {
    let journal = JudgmentJournal(path)
    if !journal.isThere, path.hasSuffix(".jsonl") { return journal }
    return try JournalPlace.existing(path, settings: settings)
  }

  private static func queries(_ path: String?, _ companions: CatalogueCompanions?) throws -> QuerySet {
    if let path { return try EvaluationFiles.queries(path) }
    guard let path = companions?.queries, FileManager.default.fileExists(atPath: path) else {
      return QuerySet()
    }
    return try EvaluationFiles.queries(path)
  }
}

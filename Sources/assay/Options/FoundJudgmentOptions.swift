internal import ArgumentParser
internal import Explorer
internal import Foundation
internal import Relevance
internal import Storage

/// The flags that say which judgments count, and from where an item is relevant.
struct FoundJudgmentOptions: ParsableArguments {
  @Option(help: "TREC qrels that count where the journal has no grade; the catalogue's own when left out.")
  var qrels: String?

  @Option(
    help: "A query set, whose query has the id that judgments are under; the catalogue's own when left out.")
  var queries: String?

  @Option(help: "The journal of judgments; the catalogue's own when left out.")
  var judgments: String?

  @Option(help: "Whose judgments count; $ASSAY_ASSESSOR or the login name when left out.")
  var assessor: String?

  @Flag(help: "Let everybody's judgments count, the latest of each item.")
  var allAssessors = false

  @Option(
    parsing: .unconditional,
    help: "The smallest grade that counts as relevant; the second lowest of the scale when left out.")
  var relevant: Int?

  @Option(parsing: .unconditional, help: "Where the sample's random sequence starts.")
  var seed: UInt64 = FindAllRequest.seed

  @Option(parsing: .unconditional, help: "The recall that is aimed at, 0…1.")
  var target: Double = StopAdvice.target

  func validate() throws {
    try RankingOptions.check(target, named: "--target", in: 0...1)
    if assessor != nil, allAssessors { throw ValidationError("give --assessor or --all-assessors, not both") }
  }

  /// The smallest grade that counts as relevant.
  func level(on scale: Scale) throws(CommandFailure) -> Int {
    let level = relevant ?? min(scale.highest, scale.lowest + 1)
    guard scale.grades.contains(level) else {
      throw .usage(
        "--relevant \(level): the scale \(scale.id) has grades \(scale.lowest) to \(scale.highest)")
    }
    return level
  }

  /// The query of the set with this text, or one that was typed.
  func query(_ text: String, in workspace: Workspace) throws -> Query {
    let companions = CatalogueCompanions(workspace.archive)
    let place =
      queries
      ?? (companions.queries ?? companions.guessedQueries).flatMap {
        FileManager.default.fileExists(atPath: $0) ? $0 : nil
      }
    let wanted = QueryIdentity.canonical(text)
    // A file that is only guessed to be a query set may turn out to be something else.
    let set = try place.map { place in
      queries == nil && companions.queries == nil
        ? (try? EvaluationFiles.queries(place)) ?? QuerySet() : try EvaluationFiles.queries(place)
    }
    return set?.queries.first { QueryIdentity.canonical($0.text) == wanted }
      ?? Query(id: QueryIdentity.id(of: text), text: text)
  }

  /// Reads what is known about a query's items.
  func read(
    _ query: QueryID, in workspace: Workspace, scale: Scale, settings: Settings
  ) throws -> FoundJudgments {
    let companions = CatalogueCompanions(workspace.archive)
    if let judgments, !FileManager.default.fileExists(atPath: judgments) {
      throw StorageError.missing(path: judgments, remedy: "name a journal with --judgments")
    }
    let journal = JudgmentJournal(try judgments ?? companions.journal(environment: settings.environment))
    let content = try journal.read()
    for fault in content.faults { Diagnostics.say("assay: \(fault)") }
    let path = qrels ?? companions.qrels.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
    return FoundJudgments(
      of: query, content.judgments.filter { scale.isNamed($0.scale) },
      assessor: allAssessors ? nil : assessor ?? settings.assessor,
      reference: try path.map { try EvaluationFiles.qrels($0) } ?? Qrels())
  }
}

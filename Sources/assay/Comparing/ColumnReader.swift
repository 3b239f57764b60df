internal import Foundation
internal import Relevance
internal import Retrieval
internal import Storage

/// Turns what stands on the command line, run files and configurations, into columns.
struct ColumnReader {
  /// The index that configurations rank, or `nil` when only run files are compared.
  let workspace: Workspace?
  /// How queries are read.
  let reading: QueryOptions
  /// The queries to rank, and the file they are from.
  let queries: [Query]
  let set: String?
  /// How many items a configuration returns.
  let depth: Int
  let interruption: Interruption

  /// Reads the columns in order; the query set's queries are ranked for each configuration.
  func columns(_ names: [String]) throws -> [ComparedColumn] {
    let sources = try names.map(source)
    return try zip(names, sources).enumerated().map { position, column in
      let letter = ComparedColumn.letter(position)
      switch column.1 {
      case .file: return try read(column.0, letter: letter)
      case .plan(let plan): return try rank(column.0, letter: letter, plan: plan)
      }
    }
  }

  private enum Source {
    case file
    case plan(SearchPlan)
  }

  /// What a name stands for; every one is looked at before anything is ranked.
  private func source(_ name: String) throws -> Source {
    if FileManager.default.fileExists(atPath: name) { return .file }
    guard let specification = try ColumnSpecification(name) else {
      let modes = RankingMode.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandFailure.usage(
        "\(name): there is no such run file, and a configuration begins with one of \(modes), as in dense:64,int8"
      )
    }
    guard let workspace else {
      throw CommandFailure.usage(
        "\(name): to rank with a configuration, name what to rank with --index and --queries")
    }
    return .plan(try specification.plan(for: workspace, depth: depth))
  }

  private func read(_ path: String, letter: String) throws -> ComparedColumn {
    let run = try EvaluationFiles.run(path)
    let wanted = Set(queries.map(\.id))
    let answered = run.queries.count { wanted.contains($0) }
    let others = run.queries.count - answered
    return ComparedColumn(
      letter: letter, name: path,
      description:
        "run file, tag \(run.tag.isEmpty ? "(empty)" : run.tag), \(answered) of \(queries.count) queries"
        + (others > 0 ? ", \(others) others ignored" : ""),
      formulas: [], run: run)
  }

  private func rank(_ name: String, letter: String, plan: SearchPlan) throws -> ComparedColumn {
    guard let workspace else { preconditionFailure("a plan was made without an index") }
    var run = Run(tag: name)
    let names = try workspace.archive.items().ids()
    let line = ProgressLine(
      "ranking \(letter)", total: queries.count, isTerminal: Diagnostics.isTerminal)
    defer { line.finish() }
    for query in queries {
      guard !interruption.wasRequested else {
        throw CommandFailure("interrupted; nothing was compared", code: .interrupted)
      }
      let resolved = try reading.resolve(query, plan: plan, in: workspace, set: set)
      let outcome = workspace.rank(resolved, plan: plan)
      run[query.id] = outcome.items.map { RunEntry(document: names[Int($0.ordinal)], score: $0.score) }
      line.advance(by: 1)
    }
    return ComparedColumn(
      letter: letter, name: name,
      description: "the best \(depth) of \(workspace.archive.manifest.itemCount) items by this configuration",
      formulas: plan.formulas, run: run)
  }
}

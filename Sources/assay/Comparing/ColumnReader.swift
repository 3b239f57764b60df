internal import Foundation
internal import Relevance
internal import Retrieval
internal import Storage

/// Turns what stands on the command line, run files and configurations, into columns.
struct ColumnReader {
  /// The index that configurations rank which name none of their own; `nil` when there is none.
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
    var indexes: [String: Workspace] = [:]
    let sources = try names.map { try source($0, opening: &indexes) }
    return try zip(names, sources).enumerated().map { position, column in
      let letter = ComparedColumn.letter(position)
      switch column.1 {
      case .file: return try read(column.0, letter: letter)
      case .plan(let plan, let workspace):
        return try rank(column.0, letter: letter, plan: plan, in: workspace)
      }
    }
  }

  private enum Source {
    case file
    case plan(SearchPlan, Workspace)
  }

  /// What a name stands for; every one is looked at before anything is ranked.
  private func source(_ name: String, opening indexes: inout [String: Workspace]) throws -> Source {
    if FileManager.default.fileExists(atPath: name) { return .file }
    guard let specification = try ColumnSpecification(name) else {
      let modes = RankingMode.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandFailure.usage(
        "\(name): there is no such run file, and a configuration begins with one of \(modes), as in dense:64,int8"
      )
    }
    if let model = specification.model {
      throw CommandFailure.usage(
        "\(name): model=\(model) chooses among the indexes that are open in the explorer; here name the index "
          + "with index=PATH")
    }
    guard set != nil, let workspace = try workspace(of: specification, opening: &indexes) else {
      throw CommandFailure.usage(
        "\(name): to rank with a configuration, name what to rank with --index, or with index=PATH among its "
          + "settings, and what to ask with --queries")
    }
    return .plan(try specification.plan(for: workspace, depth: depth), workspace)
  }

  /// The index that a configuration ranks, opened once however many name it.
  private func workspace(
    of specification: ColumnSpecification, opening indexes: inout [String: Workspace]
  ) throws -> Workspace? {
    guard let path = specification.index else { return workspace }
    if let open = indexes[path] { return open }
    let opened = try Workspace.open(path, settings: .current)
    indexes[path] = opened
    return opened
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
        + (others > 0 ? ", \(others) other\(others == 1 ? "" : "s") ignored" : ""),
      formulas: [], run: run)
  }

  /// How many items are returned of how many.
  private static func description(of plan: SearchPlan, count: Int) -> String {
    // Behind a coarse stage only its shortlist has a score, unless the other lane has one.
    let shortlist = plan.lexical == nil ? plan.dense?.coarse?.shortlist : nil
    let most = min(plan.depth, shortlist ?? plan.depth)
    let stage = most < plan.depth ? ", which the coarse stage hands on" : ""
    return "the best \(most) of \(count) items by this configuration\(stage)"
  }

  private func rank(
    _ name: String, letter: String, plan: SearchPlan, in workspace: Workspace
  ) throws -> ComparedColumn {
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
    try workspace.check.refuseDamage()
    return ComparedColumn(
      letter: letter, name: name,
      description: Self.description(of: plan, count: workspace.archive.manifest.itemCount),
      formulas: plan.formulas, run: run)
  }
}

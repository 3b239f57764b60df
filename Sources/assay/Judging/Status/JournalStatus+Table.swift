extension JournalStatus {
  private static let heads = ["lines", "graded", "skipped", "can't tell", "flagged", "noted"]

  /// The counts as sections of one table, then the faults.
  var table: String {
    let sections = [
      ("assessor", assessors), ("scale", scales), ("source", sources), ("batch", batches), ("query", queries),
    ].filter { !$0.1.isEmpty }
    let names = sections.flatMap { [$0.0] + $0.1.map(\.name) } + [total.name]
    let width = names.map { Diagnostics.spelledOut($0).count }.max() ?? 0
    var text = Diagnostics.spelledOut(journal) + "\n"
    text += Self.line("", Self.heads, width: width) + Self.line(total, width: width)
    for (name, rows) in sections {
      text += "\n" + name + "\n" + rows.map { Self.line($0, width: width) }.joined()
    }
    if !faults.isEmpty {
      text += "\nno decisions, left alone\n"
      text += faults.map { "  " + Diagnostics.spelledOut($0) + "\n" }.joined()
    }
    return text
  }

  private static func line(_ row: Row, width: Int) -> String {
    let counts = [row.decisions, row.graded, row.skipped, row.cannotTell, row.flagged, row.noted]
    return line(Diagnostics.spelledOut(row.name), counts.map(String.init), width: width)
  }

  private static func line(_ name: String, _ cells: [String], width: Int) -> String {
    "  " + name.rightPadded(to: width)
      + zip(heads, cells).map { "  " + $1.leftPadded(to: max($0.count, 6)) }.joined() + "\n"
  }
}

extension ImportReport {
  /// The report in words, with the first few of everything that is to be looked at.
  func text(listing limit: Int) -> String {
    var lines = ["\(file): \(format), scale \(scale)"]
    let passedOver = passed.sorted { $0.key < $1.key }.map { "\($0.value) × \($0.key)" }
    lines.append(
      "  \(Self.count(records, "record")) read"
        + (passedOver.isEmpty ? "" : ", passed over: \(passedOver.joined(separator: ", "))"))
    lines.append("  \(Self.count(accepted, "decision")) to add to \(journal)")
    for (assessor, count) in assessors.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      lines.append("    \(count) by \(assessor)")
    }
    lines += bars
    lines += section(problems, "that can't be taken", limit)
    if duplicates > 0 { lines.append("  \(duplicates) said more than once in the file; kept once") }
    lines += section(conflicts, "that contradict an earlier one in the file; the later counts", limit)
    if already > 0 { lines.append("  \(already) in the journal already; not added again") }
    lines += section(changes, "that replace what the journal has", limit)
    if dissents > 0 { lines.append("  \(dissents) that other assessors in the journal grade differently") }
    lines += list(unknownItems, "item", "not in the catalogue", limit)
    lines += list(unknownQueries, "query", "not in the query set", limit)
    return lines.map { Diagnostics.spelledOut($0) + "\n" }.joined()
  }

  private var bars: [String] {
    let most = max(1, histogram.map(\.count).max() ?? 1)
    let width = histogram.map { $0.name.count }.max() ?? 0
    let digits = String(most).count
    var lines = histogram.reversed().map { row in
      let bar = String(repeating: "█", count: (row.count * 30 + most - 1) / most)
      let count = String(row.count).leftPadded(to: digits)
      return "    \(row.grade) \(row.name.rightPadded(to: width))  \(count) \(bar)"
    }
    if withoutGrade > 0 {
      lines.append("    \(withoutGrade) without a grade: \"can't tell\", flags and notes")
    }
    return lines
  }

  private func section(_ findings: [Finding], _ what: String, _ limit: Int) -> [String] {
    guard !findings.isEmpty else { return [] }
    let rest = findings.count > limit ? ["    … and \(findings.count - limit) more"] : []
    return ["  \(findings.count) \(what)"] + findings.prefix(limit).map { "    \($0.place): \($0.what)" }
      + rest
  }

  private func list(_ names: [String], _ kind: String, _ what: String, _ limit: Int) -> [String] {
    guard !names.isEmpty else { return [] }
    let first = names.prefix(limit).map { "'\($0)'" }.joined(separator: ", ")
    return ["  \(Self.count(names.count, kind)) \(what): \(first)" + (names.count > limit ? ", …" : "")]
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    let plural = noun == "query" ? "queries" : noun + "s"
    return "\(count) \(count == 1 ? noun : plural)"
  }
}

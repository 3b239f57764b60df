internal import Foundation
internal import Glibc
internal import TerminalUI

/// What a run of the engine bench found.
struct EngineReport {
  let index: String
  let itemCount: Int
  let encoder: String
  let rows: [EngineRow]
  /// Processes that wanted to run, averaged over one minute, before and after.
  let load: (before: Double, after: Double)

  /// The figures above their bars.
  var missed: [BenchBar] { rows.flatMap(\.bars).filter { !$0.passed } }

  /// One JSON object a row and line.
  func jsonLines() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try rows.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }.joined()
  }

  /// The report for people.
  var table: String {
    let header =
      "work, ms".rightPadded(to: 44)
      + ["n", "median", "bar", "p99", "bar"].map { $0.leftPadded(to: 9) }.joined()
    return
      ([
        "\(index): \(Numerals.counted(itemCount, "item")), \(encoder)",
        "\(sysconf(Int32(_SC_NPROCESSORS_ONLN))) processors, load average \(load.before.fixed(2)) before, "
          + "\(load.after.fixed(2)) after" + loadWarning, "", header,
      ] + rows.map(line) + missed.map(miss)).joined(separator: "\n") + "\n"
  }

  /// The load average over one minute.
  static var currentLoad: Double {
    var loads = [0.0]
    return getloadavg(&loads, 1) == 1 ? loads[0] : 0
  }

  /// The bench itself makes the load of as many threads as it uses, so only the load before says who else was there.
  private var loadWarning: String {
    load.before > 1 ? "; others were working: measure again when it is below 1" : ""
  }

  private func line(_ row: EngineRow) -> String {
    let cells = [
      "\(row.count)", number(row.median), bar(row.bar.median), number(row.p99), bar(row.bar.p99),
    ]
    return row.work.rightPadded(to: 44) + cells.map { $0.leftPadded(to: 9) }.joined()
      + (row.passed ? "" : "  MISSED") + (row.note.isEmpty ? "" : "  " + row.note)
  }

  private func miss(_ bar: BenchBar) -> String {
    guard let measured = bar.measured else { return "FAIL  \(bar.name): not measured" }
    let factor = (measured / bar.limit).fixed(1)
    return "FAIL  \(bar.name): \(number(measured)) ms is \(factor) times the bar of \(bar.limit.fixed(1)) ms"
  }

  private func number(_ value: Double?) -> String { value.map { $0.fixed($0 < 10 ? 3 : 1) } ?? "–" }
  private func bar(_ value: Double?) -> String {
    value.map { "≤ \($0 < 10 ? $0.fixed(1) : $0.fixed(0))" } ?? ""
  }
}

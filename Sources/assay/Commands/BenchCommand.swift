internal import ArgumentParser
internal import Foundation
internal import TerminalUI

/// `assay bench`: the program measures itself.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure this program on this machine.",
    subcommands: [
      ExploreBenchCommand.self, EngineBenchCommand.self, RecallBenchCommand.self,
      MeasuresBenchCommand.self, SyntheticBenchCommand.self, ServeBenchCommand.self,
    ])
}

/// `assay bench explore`: how fast the explorer answers keys.
struct ExploreBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore", abstract: "Measure how fast the explorer answers keys.",
    discussion: """
      Runs the explorer in a pseudo-terminal with sixel graphics, presses the keys of a mixed script, \
      and times the bytes that come back. Every frame is compared with the one that belongs to the last key, worked \
      out by a second explorer in this process. Exit code 1: a frame was wrong, or a figure is above its bar. Grades \
      go to a temporary journal.
      """)

  @Argument(help: "A catalogue (folder or file) or an index; the current folder when left out.")
  var catalogue: String = "."

  @Option(help: "How often the script is repeated.")
  var `repeat`: Int = 3

  @Option(help: "How often the program is started, for each kind of terminal.")
  var starts: Int = 10

  @Option(help: "Chooses the queries that are typed.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("The terminal's cells.", valueName: "columnsxrows"))
  var size: CellCount = CellCount(columns: 120, rows: 36)

  @Option(help: "How many columns answer while keys are pressed, 1 to 4.")
  var columns: Int = 2

  @Option(help: "table or json.")
  var format: Format = .table

  /// How the figures are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json
  }

  /// So many cells, as `120x36`.
  struct CellCount: ExpressibleByArgument {
    let columns: Int
    let rows: Int

    var defaultValueDescription: String { "\(columns)x\(rows)" }

    init(columns: Int, rows: Int) {
      self.columns = columns
      self.rows = rows
    }

    init?(argument: String) {
      let sides = argument.split(separator: "x").map { Int($0) }
      guard sides.count == 2, let columns = sides[0], let rows = sides[1],
        (80...400).contains(columns), (24...200).contains(rows)
      else { return nil }
      self.init(columns: columns, rows: rows)
    }
  }

  func validate() throws {
    guard `repeat` > 0 else { throw ValidationError("--repeat must be at least 1, not \(`repeat`)") }
    guard (1...4).contains(columns) else {
      throw ValidationError("--columns must lie in 1…4, not \(columns)")
    }
    guard starts > 0 else { throw ValidationError("--starts must be at least 1, not \(starts)") }
  }

  func run() throws {
    let bench = ExploreBench(
      catalogue: catalogue, settings: .current, repeats: `repeat`, starts: starts, seed: seed,
      size: Size(columns: size.columns, rows: size.rows), columns: columns,
      says: Diagnostics.say)
    let report = try bench.run()
    switch format {
    case .table: TextOutput.text(report.table)
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      TextOutput.line(String(decoding: try encoder.encode(report), as: UTF8.self))
    }
    let failed = report.bars.filter { !$0.passed }.map(\.name)
    guard failed.isEmpty else {
      throw CommandFailure("above the bar: \(failed.joined(separator: "; "))", code: .negative)
    }
  }
}

internal import CTerminal
internal import Explorer
internal import Foundation
internal import Glibc
internal import Storage
internal import TerminalUI

/// Runs this program's explorer in a pseudo-terminal with sixel graphics, and measures it.
struct ExploreBench {
  static let cell = (width: 9, height: 19)

  /// The name that the grades are given under; the order of items to label depends on it.
  private static let assessor = "bench"

  let catalogue: String
  let settings: Settings
  let repeats: Int
  let starts: Int
  let seed: UInt64
  /// The terminal's cells.
  let size: Size
  /// How many columns answer.
  let columns: Int
  /// Called with a sentence before each part.
  let says: (String) -> Void

  /// Measures everything.
  /// - Throws: `CommandFailure` with exit code 1 when a frame is not the one that belongs to the last key.
  func run() throws -> BenchReport {
    try IndexOnFirstUse(settings: settings).prepare(catalogue)
    let folder = NSTemporaryDirectory() + "/assay-bench-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let workspace = try Workspace.open(catalogue, settings: settings)
    // What this process checks would compete with the program that is measured.
    workspace.check.waitUntilComplete()
    let environment = Self.environment(settings.environment, folder: folder)

    says("measuring the floor")
    var floor = try EchoFloor.measure(count: 150, environment: environment, window: window)
    says("\(starts) starts with a terminal that answers, \(starts) with one that does not")
    let answered = try measureStarts(workspace, environment, folder, answers: true)
    let silent = try measureStarts(workspace, environment, folder, answers: false)
    says("\(repeats) times the script")
    let samples = try measureKeys(workspace, environment, folder)
    floor += try EchoFloor.measure(count: 150, environment: environment, window: window)
    return BenchReport(
      catalogue: catalogue, itemCount: workspace.archive.manifest.itemCount, size: size, repeats: repeats,
      seed: seed,
      floor: floor, answered: answered, silent: silent, samples: samples)
  }

  private func measureKeys(
    _ workspace: Workspace, _ environment: [String: String], _ folder: String
  ) throws -> [BenchSample] {
    let journal = folder + "/keys.jsonl"
    let expected = try expectation(workspace, journal: journal)
    let program = try start(environment, journal: journal, answers: true)
    var isRunning = true
    defer { if isRunning { program.kill() } }
    var driver = ExplorerDriver(
      program: program, expected: expected, check: FrameCheck(isShowable: Self.isShowable(workspace)),
      glass: Glass(size: size, cell: Self.cell))
    try driver.expect(.capabilitiesKnown(Self.sixel))
    try driver.settle()
    let script = BenchScript(
      queries: expected.state.bench.queries, dimensions: workspace.dimensions, seed: seed)
    for step in BenchScript.arranging(columns) { _ = try driver.perform(step) }
    var samples: [BenchSample] = []
    for _ in 0..<repeats {
      for step in script.steps { samples.append(try driver.perform(step)) }
    }
    isRunning = false
    try checkExit(program.quit())
    return samples
  }

  private func measureStarts(
    _ workspace: Workspace, _ environment: [String: String], _ folder: String, answers: Bool
  ) throws -> [StartSample] {
    var expected = try expectation(workspace, journal: folder + "/start.jsonl")
    if answers { try expected.take(.capabilitiesKnown(Self.sixel)) }
    var samples: [StartSample] = []
    // The first start warms the page cache and is not counted.
    for _ in 0...starts {
      let program = try start(environment, journal: folder + "/start.jsonl", answers: answers)
      var isRunning = true
      defer { if isRunning { program.kill() } }
      var measurement = StartMeasurement(
        program: program, glass: Glass(size: size, cell: Self.cell))
      samples.append(try measurement.run(until: expected.screen))
      if !answers, samples.count == 1 {
        // Long after the program has given up waiting.
        pause(milliseconds: 600)
        var late = expected
        try late.take(.capabilitiesKnown(Self.sixel))
        try measurement.answerLate(terminalAnswers, screen: late.screen)
      }
      isRunning = false
      try checkExit(program.quit())
    }
    return Array(samples.dropFirst())
  }

  private func expectation(_ workspace: Workspace, journal: String) throws -> ExpectedExplorer {
    let session = try ExplorerSession(
      workspace: workspace, attention: Attention(), queries: nil, qrels: nil, journal: journal,
      assessor: Self.assessor, settings: settings,
      memory: ExplorerMemory(settings: settings, keepsNothing: true))
    return try ExpectedExplorer(
      workspace: workspace, bench: session.bench, size: size, assessor: Self.assessor)
  }

  private func start(
    _ environment: [String: String], journal: String, answers: Bool
  ) throws -> DrivenProgram {
    try DrivenProgram(
      [
        AssetLocator.runningExecutable.path, "explore", catalogue, "--fresh", "--no-history", "--judgments",
        journal,
        "--assessor",
        Self.assessor,
      ],
      environment: environment, window: window, answers: answers ? terminalAnswers : nil)
  }

  private func checkExit(_ status: Int32?) throws {
    guard status == 0 else {
      let outcome = status.map { "left with exit code \($0)" } ?? "did not leave"
      throw CommandFailure("the explorer \(outcome) on ctrl-C", code: .negative)
    }
  }

  private var window: assay_window_size {
    assay_window_size(
      columns: Int32(size.columns), rows: Int32(size.rows),
      pixel_width: Int32(size.columns * Self.cell.width), pixel_height: Int32(size.rows * Self.cell.height))
  }

  private var terminalAnswers: [UInt8] { TerminalAnswers(size: size, cell: Self.cell).bytes }
  private static let sixel = PictureSupport.sixel(cellWidth: cell.width, cellHeight: cell.height)

  private static func isShowable(_ workspace: Workspace) -> (PictureID) -> Bool {
    { picture in
      if case .file(_)? = workspace.pictures?.locate(picture.path) { return true }
      return false
    }
  }

  /// The caller's environment, but for what would change a frame or be written to.
  private static func environment(_ current: [String: String], folder: String) -> [String: String] {
    var environment = current
    for name in ["NO_COLOR", "COLORTERM", "LINES", "COLUMNS", "TMUX"] { environment[name] = nil }
    environment["TERM"] = "xterm-256color"
    environment["LC_ALL"] = "C.UTF-8"
    environment["XDG_STATE_HOME"] = folder
    // What is measured is the explorer as it comes.
    environment["XDG_CONFIG_HOME"] = folder
    for key in ConfigurationKey.allCases { environment[key.variable] = nil }
    return environment
  }
}

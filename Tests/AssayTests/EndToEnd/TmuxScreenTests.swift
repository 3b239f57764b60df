import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// The explorer as tmux shows it, against the text in `Screens/`.
  ///
  /// `RECORD=1` in the environment writes the files instead; read them before committing. The numbers belong to the
  /// shipped encoder: other weights need a new recording.
  @Suite(.enabled("needs tmux", { Tmux.isInstalled })) struct TmuxScreenTests {
    @Test(
      arguments: [
        ("browse", 80, 24, "", [], "type to search"), ("striped", 80, 24, "striped", ["Enter"], "0-3 grade"),
        ("graded", 120, 36, "striped", ["Enter", "3", "2", "v"], "description"),
        ("labelled", 80, 24, "striped", ["Enter", "F2", "3", "d", "f"], "2/12 done"),
        ("found", 80, 24, "striped", ["Enter", "a", "3", "2", "t", "#3", "Enter"], "2 judged"),
        ("explained", 200, 60, "blue satin", ["Enter", "-", "x"], "128 of 256 dims"),
      ] as [(String, Int, Int, String, [String], String)])
    func isAsRecorded(
      _ name: String, _ columns: Int, _ rows: Int, _ query: String, _ keys: [String], _ lastWords: String
    ) throws {
      let shop = try Shop.copy()
      let tmux = try Tmux(columns: columns, rows: rows, environment: Program().environment)
      defer { tmux.close() }
      // Names relative to the working folder, so that the screen does not depend on where that is.
      try tmux.start(
        [Program.executable, "shop", "--judgments", "grades.jsonl"], in: shop.folder.root.path)
      try wait(for: "the explorer") { try tmux.screen().contains("12 items in catalogue order") }
      if !query.isEmpty {
        try tmux.press(query)
        // A grade belongs to the answer that shows, so nothing is pressed before it does.
        try wait(for: "the answers") {
          let head = try tmux.screen().split(separator: "\n").dropFirst(2).first
          return head?.contains("overlap") == true || head?.contains("∩") == true
        }
      }
      for key in keys {
        try tmux.press(key)
        if key == "a" { try wait(for: "the scores") { try tmux.screen().contains("≥ ") } }
        if key == "F2" { try wait(for: "the queue") { try tmux.screen().contains(" 0/12 done ") } }
      }
      try expect(tmux, "\(name)-\(columns)x\(rows)", lastWords: lastWords)
    }

    private func expect(_ tmux: Tmux, _ name: String, lastWords: String) throws {
      let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Screens/\(name).txt")
      if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        return try tmux.stableScreen(with: lastWords).write(to: file, atomically: true, encoding: .utf8)
      }
      let recorded = try String(contentsOf: file, encoding: .utf8)
      let deadline = Date.now + 20
      while try tmux.screen() != recorded, Date.now < deadline { usleep(20_000) }
      let shown = try tmux.screen()
      if shown != recorded {
        Issue.record("\(name).txt (- recorded, + shown):\n\(GoldenScreen.difference(recorded, shown))")
      }
    }
  }
}

/// A tmux server of its own with one window, in which a program runs.
private struct Tmux {
  private static let path = "/usr/bin/tmux"
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

  private let folder: TemporaryFolder
  private let size: [String]
  private let environment: [String: String]

  init(columns: Int, rows: Int, environment: [String: String]) throws {
    folder = try TemporaryFolder()
    try folder.write(
      "set -g status off\nset -g default-terminal tmux-256color\nset -g escape-time 0\n", to: "conf")
    size = ["-x", "\(columns)", "-y", "\(rows)"]
    // tmux says itself what terminal it is.
    self.environment = environment.filter { $0.key != "TERM" }
  }

  func start(_ command: [String], in folder: String) throws {
    let words = command.map { "'\($0)'" }.joined(separator: " ")
    try tmux(["new-session", "-d"] + size + ["-c", folder, "exec \(words)"])
  }

  /// Presses a key by its name, or types a text.
  func press(_ key: String) throws { try tmux(["send-keys", key]) }

  /// The text of the screen without what differs from run to run.
  func screen() throws -> String {
    try tmux(["capture-pane", "-p"])
      .replacing(/\ +[0-9.]+\ ms\b/, with: "  # ms")
      .replacing(/saved\ \d\d:\d\d:\d\d/, with: "saved ##:##:##")
  }

  /// The screen once the words show and nothing has changed for a while.
  func stableScreen(with words: String) throws -> String {
    var last = ""
    var repeats = 0
    try wait(for: words) {
      let now = try screen()
      repeats = now == last && now.contains(words) && !now.contains("searching") ? repeats + 1 : 0
      last = now
      usleep(100_000)
      return repeats > 20
    }
    return last
  }

  func close() { _ = try? tmux(["kill-server"]) }

  @discardableResult private func tmux(_ arguments: [String]) throws -> String {
    let output = folder.path("output")
    let client = try ChildProcess(
      [Self.path, "-u", "-S", folder.path("socket"), "-f", folder.path("conf")] + arguments,
      environment: environment, output: output)
    let status = try client.end()
    try #require(status == 0, "tmux \(arguments)")
    return try folder.read("output")
  }
}

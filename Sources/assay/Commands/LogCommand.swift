internal import ArgumentParser
internal import JSON

/// `assay log`: what left this machine.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "List the requests to servers: what left this machine.",
    discussion: """
      Encoders on servers are only asked when one was added with assay model add --remote, and a model hub by \
      assay model pull. Every request is noted with its time, server, model, purpose, number of texts and pictures, \
      bytes and outcome; what was sent is not.
      """)

  @Option(parsing: .unconditional, help: "How many of the last requests to print.")
  var last: Int = 50

  @Flag(help: "What went wrong in the background instead: warnings and errors of the program's own log.")
  var problems = false

  @Option(help: "table or json (one object per line).")
  var format: DoctorFormat = .table

  func validate() throws {
    guard last > 0 else { throw ValidationError("--last must be at least 1, not \(last)") }
  }

  func run() throws {
    if problems { return printProblems() }
    let ledger = RequestLedger(settings: .current)
    let entries = ledger.entries()
    guard !entries.isEmpty else { return Diagnostics.say("nothing was sent to any server: \(ledger.path)") }
    let shown = entries.suffix(last)
    if format == .json { return shown.forEach { TextOutput.line($0.text) } }
    var table = TextTable([
      .words("time"), .words("server"), .words("model"), .words("purpose"), .number("texts"),
      .number("pictures"), .number("bytes"), .words("outcome"),
    ])
    let names = ["time", "server", "model", "purpose", "texts", "pictures", "bytes", "outcome"]
    for entry in shown { table.add(names.map { entry[$0].map { $0.string ?? $0.text } ?? "" }) }
    for line in table.lines { TextOutput.line(line) }
    if entries.count > shown.count {
      Diagnostics.say("\(entries.count - shown.count) older ones: --last \(entries.count)")
    }
  }

  private func printProblems() {
    let log = ProgramLog(settings: .current)
    let lines = log.problems(last: last)
    guard !lines.isEmpty else { return Diagnostics.say("nothing went wrong that was noted: \(log.path)") }
    for line in lines { TextOutput.line(Diagnostics.spelledOut(line)) }
  }
}

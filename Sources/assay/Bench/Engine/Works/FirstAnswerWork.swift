internal import Foundation

/// From starting the program on an index, whose files the system has in memory, to the first line of an answer.
struct FirstAnswerWork: EngineWork {
  let name = "open"

  /// Starts are slow and alike.
  private static let starts = 20

  func measure(_ subject: EngineSubject) throws -> [EngineRow] {
    let queries = (0...Self.starts).map { subject.queries[$0 % subject.queries.count] }
    let times = try queries.map { query in
      try Stopwatch.milliseconds { try answer(subject, query.text) }.time
    }
    // The first start brings the program itself into memory.
    return [
      EngineRow(
        "open to first answer, a fresh process", Array(times.dropFirst()), bar: .of(subject, median: 300))
    ]
  }

  private func answer(_ subject: EngineSubject, _ text: String) throws {
    let process = Process()
    process.executableURL = AssetLocator.runningExecutable
    process.arguments = [
      "search", subject.path, text, "--mode", "dense", "--dimensions", "\(subject.length)", "--format",
      "trec",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let first = output.fileHandleForReading.availableData
    _ = try output.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    guard process.terminationStatus == 0, !first.isEmpty else {
      throw CommandFailure("assay search \(subject.path) gave no answer to “\(text)”", code: .data)
    }
  }
}

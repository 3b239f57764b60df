internal import Foundation

/// The lines of the program's log that tell of something that went wrong.
struct ProgramLog {
  /// The file.
  let path: String

  init(settings: Settings) {
    path = settings.stateFolder + "/assay.log"
  }

  /// The last lines at level warning or above, oldest first; empty when there are none, or no log.
  ///
  /// Only the last mebibyte of the log is looked at.
  func problems(last count: Int) -> [String] {
    guard let file = FileHandle(forReadingAtPath: path), let end = try? file.seekToEnd() else { return [] }
    defer { try? file.close() }
    try? file.seek(toOffset: end > Self.window ? end - Self.window : 0)
    let text = String(decoding: (try? file.readToEnd()) ?? Data(), as: UTF8.self)
    let problems = text.split(separator: "\n").filter { line in
      // Time, level and label stand before the message.
      let level = line.split(separator: " ", maxSplits: 2).dropFirst().first
      return ["warning", "error", "critical"].contains(level)
    }
    return problems.suffix(count).map(String.init)
  }

  private static let window: UInt64 = 1 << 20
}

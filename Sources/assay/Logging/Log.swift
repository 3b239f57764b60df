internal import Logging

/// The program's log file.
enum Log {
  /// A logger that writes to `assay.log` in the state folder, or nowhere when that can't be written.
  static func make(_ label: String, settings: Settings) -> Logger {
    let path = settings.stateFolder + "/assay.log"
    return Logger(label: label) { label -> any LogHandler in
      if let handler = FileLogHandler(label: label, path: path) { return handler }
      return SwiftLogNoOpLogHandler()
    }
  }
}

internal import Explorer
internal import Logging
internal import Storage

/// The file with what was copied last, for terminals without a clipboard.
struct CopiedText {
  let path: String
  private let logger: Logger

  init(settings: Settings, logger: Logger) {
    self.logger = logger
    path = settings.stateFolder + "/copied.txt"
  }

  /// Writes the text; what to tell the user.
  func keep(_ request: CopyRequest) -> Action {
    let what =
      switch request.subject {
      case .id: "the id \(request.text)"
      case .row: "the row"
      case .query: "the query"
      }
    do {
      try UserFile.write(request.text + "\n", to: path)
      return .notice("copied \(what); also in \(path)")
    } catch {
      logger.warning("copy not kept", metadata: ["error": "\(error)"])
      return .warning("copied \(what), but only to the terminal: \(error)")
    }
  }
}

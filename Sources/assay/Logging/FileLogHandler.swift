internal import Foundation
internal import Glibc
internal import Logging

/// Writes log lines to one file and nowhere else: anything on standard error would land on top of the screen.
struct FileLogHandler: LogHandler {
  var logLevel: Logger.Level = .info
  var metadata: Logger.Metadata = [:]
  private let label: String
  private let descriptor: Int32

  /// Opens the log for appending, or returns `nil` when it can't be written; a program works without its log.
  init?(label: String, path: String) {
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let opened = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard opened >= 0 else { return nil }
    self.label = label
    self.descriptor = opened
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let merged = metadata.merging(event.metadata ?? [:]) { $1 }
    let suffix = merged.isEmpty ? "" : " " + merged.map { "\($0)=\($1)" }.sorted().joined(separator: " ")
    let line = "\(Timestamp.now()) \(event.level) \(label): \(event.message)\(suffix)\n"
    // One write per line, so that two processes never interleave within a line.
    _ = Array(line.utf8).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }
}

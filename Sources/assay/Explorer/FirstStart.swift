internal import Foundation
internal import Glibc

/// Whether the explorer was ever started before; an empty file in the state folder says so.
struct FirstStart {
  private let path: String

  init(settings: Settings) {
    path = settings.stateFolder + "/started"
  }

  /// Notes that the explorer was started.
  /// - Returns: whether that was the first time; where it can't be noted, no time is: hints that come again each time are a
  ///   nuisance.
  func claim() -> Bool {
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    close(descriptor)
    return true
  }
}

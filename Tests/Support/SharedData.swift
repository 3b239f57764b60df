import Foundation

/// The reference data that lies beside a checkout, in `../shared/data`; not part of the repository.
package enum SharedData {
  /// What a test says when it is skipped for want of the data.
  package static let absence: String = "needs ../shared/data beside the checkout"

  /// The path of a file or folder in the data, or `nil` when it is not there.
  ///
  /// Looked for upward from this source file, so that linked worktrees find it too.
  package static func path(_ relative: String) -> String? {
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("shared/data").appendingPathComponent(relative).path
      if FileManager.default.fileExists(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return nil
  }
}

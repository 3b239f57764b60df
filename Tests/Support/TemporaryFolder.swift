package import Foundation

/// A folder that lives as long as the value that owns it.
package final class TemporaryFolder: Sendable {
  /// Where it is, with symbolic links resolved.
  package let root: URL

  /// Creates the folder under the system's temporary folder.
  package init() throws {
    let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    root = base.appendingPathComponent("assay-test-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: root)
  }

  /// The URL of something inside.
  package func url(_ name: String) -> URL { root.appendingPathComponent(name) }

  /// The path of something inside.
  package func path(_ name: String) -> String { url(name).path }

  /// Creates a folder inside, with everything above it.
  package func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(at: url(name), withIntermediateDirectories: true)
  }

  /// Writes a file inside, with the folders above it.
  @discardableResult
  package func write(_ text: String, to name: String) throws -> String {
    let file = url(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// The content of a file inside.
  package func read(_ name: String) throws -> String {
    try String(contentsOf: url(name), encoding: .utf8)
  }
}

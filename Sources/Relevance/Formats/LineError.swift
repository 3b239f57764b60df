/// A line of a text format that can't be read, without the name of the file it stands in.
///
/// The parsers here see text, not files; whoever opened the file adds its path.
package struct LineError: Error, Hashable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// What is wrong with it and what was expected.
  package let reason: String

  /// Makes an error about one line.
  package init(line: Int, reason: String) {
    self.line = line
    self.reason = reason
  }
}

extension LineError: CustomStringConvertible {
  package var description: String { "line \(line): \(reason)" }
}

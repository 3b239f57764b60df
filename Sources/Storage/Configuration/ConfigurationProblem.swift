/// Something in the configuration that can't be used; the program goes on without it.
package struct ConfigurationProblem: Hashable, Sendable, CustomStringConvertible {
  /// The file or the variable.
  package let source: String
  /// The line, from 1; `nil` for a variable, or the file as a whole.
  package let line: Int?
  /// What is wrong, and what would be right.
  package let reason: String

  /// Describes a problem.
  package init(source: String, line: Int? = nil, reason: String) {
    self.source = source
    self.line = line
    self.reason = reason
  }

  package var description: String {
    "\(source)\(line.map { ":\($0)" } ?? ""): \(reason)"
  }
}

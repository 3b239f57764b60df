/// Why no measure has a name.
package struct MeasureNameError: Error, Hashable, Sendable {
  /// The name as it was given.
  package let name: String
  /// What is wrong with it and what was expected.
  package let reason: String

  /// Makes an error about one name.
  package init(name: String, reason: String) {
    self.name = name
    self.reason = reason
  }
}

extension MeasureNameError: CustomStringConvertible {
  package var description: String { "the measure '\(name)': \(reason)" }
}

internal import Foundation

/// What `assay doctor` found out, for a reader or for a program.
protocol Examination: Encodable {
  /// For a reader: aligned lines.
  var table: String { get }
}

extension Examination {
  /// For a program: one JSON object.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}

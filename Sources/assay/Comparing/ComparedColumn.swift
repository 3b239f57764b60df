internal import Relevance

/// One of the systems that are compared: what it is and what it returned.
struct ComparedColumn: Sendable {
  /// A, B, C, ….
  let letter: String
  /// As it was written on the command line.
  let name: String
  /// What it is, in a few words.
  let description: String
  /// How it ranks, a line for each lane and one for the fusion; empty for a run file.
  let formulas: [String]
  /// Its rankings.
  let run: Run

  /// What tables call it: `B dense:64`, `A bm25.run`.
  var title: String { "\(letter) \(formulas.isEmpty ? Self.lastComponent(of: name) : name)" }

  private static func lastComponent(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The letter of the column at a position.
  static func letter(_ position: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(position)))
  }

  /// How many columns have a letter.
  static let limit = 26
}

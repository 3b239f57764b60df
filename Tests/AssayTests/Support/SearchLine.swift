import Foundation

/// A line of `--format json`.
struct SearchLine: Decodable {
  struct Explanation: Decodable {
    let label: String
    let value: Double
    let sums: Bool
    let details: [Explanation]
  }

  let rank: Int
  let id: String
  let score: Double
  let title: String
  let image: String?
  let parts: [String: Double]
  let explanation: Explanation?

  /// The lines of an answer, best first.
  static func all(of outcome: Program.Outcome) throws -> [SearchLine] {
    try outcome.lines.map { try JSONDecoder().decode(SearchLine.self, from: Data($0.utf8)) }
  }
}

import Foundation

/// What each grade is worth to measures that weigh grades: a map with a name.
///
/// A document without a grade, or with one below 0, gains nothing. A grade that a map does not name is worth itself.
package struct Gains: Hashable, Sendable {
  /// How reports and options spell the map: `linear`, `exp`, `esci-paper`, `esci-script`, or `3=1,2=0.1`.
  package let name: String
  private let rule: Rule

  private enum Rule: Hashable {
    case linear
    case exponential
    case table([Int: Double])
  }

  /// The grade itself, as trec_eval has it.
  package static let linear = Gains(name: "linear", rule: .linear)
  /// 2^grade − 1, as gdeval, ranx' `ndcg_burges` and most search tools have it.
  ///
  /// From Burges and others, "Learning to rank using gradient descent", ICML 2005. Grades above 1000 count as 1000, so that every sum of gains stays finite.
  package static let exponential = Gains(name: "exp", rule: .exponential)
  /// ESCI's gains as its paper states them, for Exact 3, Substitute 2, Complement 1, Irrelevant 0: 1, 0.1, 0.01, 0.
  package static let esciPaper = Gains(name: "esci-paper", rule: .table([3: 1, 2: 0.1, 1: 0.01, 0: 0]))
  /// ESCI's gains as its published script computes them: Substitute and Complement change places.
  package static let esciScript = Gains(name: "esci-script", rule: .table([3: 1, 2: 0.01, 1: 0.1, 0: 0]))

  /// The maps that have a name of their own.
  package static let named = [linear, exponential, esciPaper, esciScript]

  /// A map of one's own; grades it does not name are worth themselves.
  /// - Precondition: every gain is finite and 0 or more.
  package static func custom(_ gains: [Int: Double]) -> Gains {
    precondition(gains.values.allSatisfy { $0.isFinite && $0 >= 0 }, "gains must be finite and 0 or more")
    let pairs = gains.sorted { $0.key > $1.key }.map { "\($0.key)=\(shortest($0.value))" }
    return Gains(name: pairs.joined(separator: ","), rule: .table(gains))
  }

  /// The map with a name, or the custom one that pairs such as `3=1,2=0.1` (or `3:1,2:0.1`) describe; `nil` for
  /// anything else, a gain below 0, and a grade named twice.
  package init?(named name: String) {
    if let known = Self.named.first(where: { $0.name == name }) {
      self = known
      return
    }
    var gains: [Int: Double] = [:]
    for pair in name.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = pair.split(whereSeparator: { $0 == "=" || $0 == ":" })
        .map { $0.filter { !$0.isWhitespace } }
      guard parts.count == 2, let grade = Int(parts[0]), let gain = Double(parts[1]), gain.isFinite,
        gain >= 0,
        gains.updateValue(gain, forKey: grade) == nil
      else { return nil }
    }
    self = .custom(gains)
  }

  private init(name: String, rule: Rule) {
    self.name = name
    self.rule = rule
  }

  /// What a document with `grade` is worth, 0 or more.
  package func gain(of grade: Int?) -> Double {
    guard let grade, grade >= 0 else { return 0 }
    return switch rule {
    case .linear: Double(grade)
    case .exponential: exp2(Double(min(grade, 1000))) - 1
    case .table(let gains): gains[grade] ?? Double(grade)
    }
  }

  /// The grades of all judged documents of a query, those that gain most first.
  func idealGrades(_ topic: JudgedRanking) -> [Int] {
    guard case .table = rule else { return topic.idealGrades }
    return topic.idealGrades.sorted { gain(of: $0) > gain(of: $1) }
  }

  private static func shortest(_ value: Double) -> String {
    value == value.rounded() && value < 1e15 ? String(Int(value)) : String(value)
  }
}

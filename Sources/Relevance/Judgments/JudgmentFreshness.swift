/// Judgments next to what the judged items are like now, by the hashes of their contents.
///
/// That an item came back is known from a decision made while it was otherwise or gone, or from looks in between.
package struct JudgmentFreshness: Hashable, Sendable {
  /// A judgment that counts, and what became of its item.
  package struct Finding: Hashable, Sendable {
    /// The judgment; it gives a grade.
    package let judgment: Judgment
    /// What became of the item.
    package let state: JudgedItemState
    /// The hash of what the item is like now; `nil` when it is not there.
    package let hash: String?
  }

  /// Every judgment that counts, in the order of the journal.
  package let findings: [Finding]

  /// Compares judgments with a catalogue.
  /// - Parameters:
  ///   - judgments: the whole journal, in order.
  ///   - selection: which of them may count.
  ///   - hashes: what the items are like now.
  ///   - changes: what earlier looks at this catalogue found.
  ///   - wasStale: whether an earlier report has this judgment as stale.
  package init(
    _ judgments: [Judgment], choosing selection: JudgmentSelection = JudgmentSelection(),
    hashes: [DocumentID: String], changes: [ItemChange] = [], wasStale: (Judgment) -> Bool = { _ in false }
  ) {
    let sightings = Self.sightings(judgments)
    let looks = Dictionary(grouping: changes, by: \.item)
    let positions = Dictionary(
      judgments.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    findings = StandingJudgments(judgments, choosing: selection).grades.map { judgment in
      let hash = hashes[judgment.item]
      let position = positions[judgment] ?? 0
      func wasOtherwise() -> Bool {
        wasStale(judgment)
          || sightings[judgment.item, default: []].contains {
            $0.position > position && $0.hash != judgment.itemHash
          }
          || looks[judgment.item, default: []].contains {
            OpaqueName($0.time) > OpaqueName(judgment.time) && $0.hash != judgment.itemHash
          }
      }
      let state: JudgedItemState =
        switch hash {
        case _ where judgment.itemHash.isEmpty: .unknown
        case nil: .vanished
        case judgment.itemHash: wasOtherwise() ? .returned : .unchanged
        default: .changed
        }
      return Finding(judgment: judgment, state: state, hash: hash)
    }
  }

  /// How many judgments are in each state.
  package var counts: [JudgedItemState: Int] {
    Dictionary(findings.map { ($0.state, 1) }, uniquingKeysWith: +)
  }

  /// The judgments about what is still so, or not known to be otherwise.
  package var lasting: [Judgment] {
    findings.filter { !$0.state.isStale }.map(\.judgment)
  }

  /// What this look found that earlier ones did not: to be kept, so that later ones know what was otherwise.
  ///
  /// An item of which no look is known was as its judgments say.
  /// - Parameters:
  ///   - known: what earlier looks at this catalogue found, in their order.
  ///   - time: when the catalogue was looked at.
  /// - Returns: what is new, in the order of the judgments.
  package func changes(since known: [ItemChange], at time: String) -> [ItemChange] {
    var latest: [DocumentID: String?] = [:]
    for change in known { latest[change.item] = .some(change.hash) }
    var changes: [ItemChange] = []
    for finding in findings where finding.state != .unknown {
      let item = finding.judgment.item
      guard latest[item, default: finding.judgment.itemHash] != finding.hash else { continue }
      latest[item] = .some(finding.hash)
      changes.append(ItemChange(time: time, item: item, hash: finding.hash))
    }
    return changes
  }

  /// What decisions saw of each item.
  ///
  /// An empty hash means that it was not there. Imports see nothing.
  private static func sightings(_ judgments: [Judgment]) -> [DocumentID: [(position: Int, hash: String)]] {
    var sightings: [DocumentID: [(position: Int, hash: String)]] = [:]
    for (position, judgment) in judgments.enumerated()
    where judgment.batch == nil && judgment.source == .human {
      sightings[judgment.item, default: []].append((position, judgment.itemHash))
    }
    return sightings
  }
}

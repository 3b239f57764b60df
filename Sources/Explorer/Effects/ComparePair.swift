package import Relevance

/// A question about two columns over the query set: how much better the right one is, and whether that can change.
package struct ComparePairRequest: Hashable, Sendable {
  /// One query.
  struct Topic: Hashable, Sendable {
    let query: QueryID
    let left: [DocumentID]
    let right: [DocumentID]
    let grades: [DocumentID: Int]
    /// The slice that the query belongs to; `nil` when the set does not say.
    let slice: String?

    var sliceName: OpaqueName { OpaqueName(slice ?? SliceVerdict.unnamed) }
  }

  /// Answers of an older generation are dropped.
  package let generation: Int
  let measure: MeasureChoice
  let topics: [Topic]
  /// The grades an unjudged item may get.
  let possible: ClosedRange<Int>

  /// Where the random draws start, so that the same question has the same answer; the commands' default, too.
  package static let seed: UInt64 = 1

  func isSame(as other: ComparePairRequest) -> Bool {
    measure == other.measure && possible == other.possible && topics == other.topics
  }

  /// Works the answer out; takes milliseconds to seconds.
  ///
  /// Leaves off and gives `nil` when `isCancelled` says so, asked from any thread.
  package func answer(isCancelled: () -> Bool = { false }) -> ComparePairReply? {
    let measure = measure.measure
    // In the order in which the commands take queries, so that intervals and p values are theirs.
    let judged = topics.filter { !$0.grades.isEmpty }.sorted { $0.query < $1.query }
    let left = judged.map { measure.score(ranking: $0.left, grades: $0.grades) }
    let right = judged.map { measure.score(ranking: $0.right, grades: $0.grades) }
    let method = ComparisonMethod(seed: Self.seed)
    var stakes: [OpenTopic] = []
    for topic in topics.sorted(by: { $0.query < $1.query }) {
      if isCancelled() { return nil }
      let contest = Contest(
        left: topic.right, right: topic.left, grades: topic.grades, possible: possible)
      let stake = contest.stake(of: measure)
      stakes.append(
        OpenTopic(
          slice: topic.sliceName, difference: contest.difference(measure),
          interval: contest.interval(of: measure), unjudged: stake.returned.count,
          normalising: stake.normalising.count))
    }
    guard
      let slices = slices(of: judged, left, right, method, stakes: stakes, isCancelled: isCancelled)
    else { return nil }
    return ComparePairReply(
      generation: generation,
      comparison: judged.isEmpty ? nil : PairedComparison(right, against: left, method: method),
      slices: slices,
      stopping: StoppingPoint(stakes))
  }
}

/// What the unjudged items of one query can still do.
private struct OpenTopic {
  let slice: OpaqueName
  let difference: Double
  let interval: DifferenceInterval
  let unjudged: Int
  let normalising: Int
}

extension StoppingPoint {
  /// Over some queries together.
  fileprivate init(_ topics: some Collection<OpenTopic>) {
    self.init(
      differences: topics.map(\.difference), intervals: topics.map(\.interval),
      unjudged: topics.reduce(0) { $0 + $1.unjudged },
      normalising: topics.reduce(0) { $0 + $1.normalising })
  }
}

extension ComparePairRequest {
  /// The comparison within each slice, in the order of the set; none when no query names one, `nil` when cancelled.
  private func slices(
    of judged: [Topic], _ left: [Double], _ right: [Double], _ method: ComparisonMethod, stakes: [OpenTopic],
    isCancelled: () -> Bool
  ) -> [SliceVerdict]? {
    var places: [OpaqueName: [Int]] = [:]
    var names: [OpaqueName] = []
    for topic in topics where !topic.grades.isEmpty {
      if places.updateValue([], forKey: topic.sliceName) == nil { names.append(topic.sliceName) }
    }
    for (place, topic) in judged.enumerated() { places[topic.sliceName, default: []].append(place) }
    guard names.contains(where: { $0.text != SliceVerdict.unnamed }) else { return [] }
    var comparisons: [PairedComparison] = []
    for name in names {
      if isCancelled() { return nil }
      let members = places[name] ?? []
      comparisons.append(
        PairedComparison(members.map { right[$0] }, against: members.map { left[$0] }, method: method))
    }
    return zip(names, PairedComparison.asFamily(comparisons)).map { name, comparison in
      let members = places[name] ?? []
      return SliceVerdict(
        name: name.text, left: Sample.mean(members.map { left[$0] }) ?? 0,
        right: Sample.mean(members.map { right[$0] }) ?? 0, comparison: comparison,
        stopping: StoppingPoint(stakes.filter { $0.slice == name }))
    }
  }
}

/// What is known of two columns over the judged queries of one slice.
package struct SliceVerdict: Hashable, Sendable {
  /// What queries without a slice are listed under.
  package static let unnamed = "(none)"

  /// The slice.
  package let name: String
  /// The mean of each column.
  package let left: Double
  package let right: Double
  /// The right column against the left one, as one of the family of all slices.
  package let comparison: PairedComparison
  /// What the unjudged items can still do, over all queries of the slice.
  package let stopping: StoppingPoint
}

/// The answer to a `ComparePairRequest`.
package struct ComparePairReply: Hashable, Sendable {
  /// The generation of the question.
  package let generation: Int
  /// The right column against the left one over the judged queries; `nil` when none is judged.
  package let comparison: PairedComparison?
  /// The same within each slice, in the order of the set; none when no query names one.
  package let slices: [SliceVerdict]
  /// What the unjudged items that the measure looks at can still do, over all queries of the set.
  package let stopping: StoppingPoint
}

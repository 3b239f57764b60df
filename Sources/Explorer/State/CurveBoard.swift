internal import Relevance
package import Retrieval

/// What is known of measures against lengths and precisions, and how the Curves view shows it.
package struct CurveBoard: Hashable, Sendable {
  /// What the view shows.
  package enum Page: Hashable, Sendable {
    /// Measures against lengths.
    case curves
    /// What coarse first stages lose.
    case funnel
  }

  /// What is shown.
  package internal(set) var page = Page.curves
  /// Which lanes rank in the curves shown.
  var mode = RankingMode.dense
  /// Which number format stands out.
  var precision = VectorPrecision.float32
  /// Which of the funnel's shortlists is looked at.
  var shortlist = 2
  /// The coarse length of the funnel that is looked at; `nil` stands for the second shortest.
  var length: Int?
  /// The length of the point that is looked at; `nil` stands for the longest.
  var pointLength: Int?
  /// Which of the lost items commands go to.
  var cursor = 0
  /// How many lost items are scrolled away.
  var scroll = 0

  /// What was asked last.
  private(set) var subject: CurveSubject?
  private(set) var generation: Int?
  /// How far the measuring has come; `nil` when nothing is under way.
  private(set) var progress: (done: Int, total: Int)? {
    get { progressValue.map { ($0[0], $0[1]) } }
    set { progressValue = newValue.map { [$0.done, $0.total] } }
  }
  private var progressValue: [Int]?
  /// Whether the measuring was stopped before its end.
  private(set) var isStopped = false
  /// Why nothing could be measured.
  private(set) var failure: String?
  /// The curves, of the latest subject or, while that is being measured, of the one before.
  package private(set) var result: SweepResult?
  /// The queries that `result` is over, in the order of its values.
  private(set) var queries: [Query] = []
  /// The funnel, likewise.
  package private(set) var answer: FunnelAnswer?
  /// What the shortlist that is looked at loses, by the rank it would have had.
  package private(set) var lost: [FunnelPlace] = []

  /// Whether what is shown is about something else than what is being measured.
  var isStale: Bool { progress != nil && result != nil }

  /// Notes that something else is being measured.
  mutating func ask(_ request: MeasureCurvesRequest) {
    subject = request.subject
    generation = request.generation
    progress = (0, 0)
    isStopped = false
    failure = nil
  }

  /// Leaves off; what is known stays.
  mutating func stop() {
    generation = nil
    progress = nil
    isStopped = true
  }

  /// Forgets everything: it came from another build of the index.
  mutating func forget() {
    let page = page
    self = CurveBoard()
    self.page = page
  }

  /// Takes a part unless it is stale.
  mutating func take(_ reply: MeasureCurvesReply) {
    guard reply.generation == generation else { return }
    switch reply.part {
    case .progress(let done, let total): progress = (done, total)
    case .curves(let result, let queries): (self.result, self.queries) = (result, queries)
    case .funnel(let answer):
      self.answer = answer
      progress = nil
      generation = nil
      look()
    case .failed(let message):
      failure = message
      progress = nil
      generation = nil
    }
  }

  /// The point of the curves that is looked at.
  var point: SweepPoint? {
    guard let points = result?.curve(mode, precision) else { return nil }
    return points.first { $0.configuration.dimensions == pointLength } ?? points.last
  }

  /// Looks at another point of the same curve.
  mutating func movePoint(by step: Int) {
    guard let points = result?.curve(mode, precision), let point,
      let index = points.firstIndex(where: { $0.configuration == point.configuration })
    else { return }
    pointLength = points[min(points.count - 1, max(0, index + step))].configuration.dimensions
  }

  /// Looks at a length, a number format, or both.
  mutating func choose(length: Int?, precision: VectorPrecision?) {
    if let precision, precision != self.precision {
      self.precision = precision
      look()
    }
    pointLength = length ?? pointLength
  }

  /// The stage of the funnel that is looked at.
  var stage: Int? {
    guard let stages = answer?.funnel.stages else { return nil }
    let lengths = lengths
    guard !lengths.isEmpty else { return nil }
    let wanted = length ?? lengths[min(1, lengths.count - 1)]
    return stages.firstIndex { $0.precision == precision && $0.dimensions == wanted }
  }

  /// The coarse lengths of the funnel, ascending.
  var lengths: [Int] { Set((answer?.funnel.stages ?? []).map(\.dimensions)).sorted() }

  /// Lists what the stage and the shortlist that are looked at lose; called when either changed.
  mutating func look() {
    cursor = 0
    scroll = 0
    guard let answer, let stage, answer.funnel.shortlists.indices.contains(shortlist) else {
      lost = []
      return
    }
    lost = answer.funnel.stages[stage].lost(by: answer.funnel.shortlists[shortlist])
  }

  /// Moves the coarse length that is looked at.
  mutating func moveLength(by step: Int) {
    let lengths = lengths
    guard let stage, let answer, !lengths.isEmpty,
      let index = lengths.firstIndex(of: answer.funnel.stages[stage].dimensions)
    else { return }
    length = lengths[min(lengths.count - 1, max(0, index + step))]
    look()
  }

  /// Moves the shortlist that is looked at.
  mutating func moveShortlist(by step: Int) {
    let last = max(0, (answer?.funnel.shortlists.count ?? 0) - 1)
    shortlist = min(last, max(0, shortlist + step))
    look()
  }

  /// Looks at a coarse length of the funnel, a shortlist, or both.
  mutating func chooseStage(length: Int?, shortlist: Int?) {
    self.length = length ?? self.length
    self.shortlist = shortlist ?? self.shortlist
    look()
  }

  /// Lets another number format stand out.
  mutating func movePrecision(by step: Int) {
    let all = CurveSubject.precisions
    let index = all.firstIndex(of: precision) ?? 0
    precision = all[(index + step + all.count) % all.count]
    look()
  }
}

internal import Relevance
internal import Retrieval

/// A funnel as one JSON object.
struct FunnelDocument: Encodable {
  struct Share: Encodable {
    let shortlist: Int
    let kept: Int
    let share: MeanEstimate
  }

  struct Loss: Encodable {
    let query: String
    let item: String
    let grade: Int
    let fullRank: Int?
    /// The coarse rank, which is the smallest shortlist that keeps the item.
    let savingShortlist: Int?
  }

  struct Stage: Encodable {
    let coarse: String
    let dimensions: Int
    let precision: String
    let bytes: Int
    let shares: [Share]
    let shortlistKeepingAll: Int?
    /// The relevant items that the smallest shortlist loses.
    let lost: [Loss]
  }

  let index: String
  let items: Int
  let qrels: String
  let queries: Int
  let queriesWithoutVector: Int
  let relevant: Int
  let relevantNotIndexed: Int
  let level: Int
  let fullDimensions: Int
  let bootstrap: Bootstrap
  let stages: [Stage]

  init(_ report: FunnelReport) {
    let funnel = report.outcome.funnel
    index = report.index
    items = report.itemCount
    qrels = report.qrels
    queries = report.outcome.queryCount
    queriesWithoutVector = report.outcome.withoutVector
    relevant = funnel.stages.first?.places.count ?? 0
    relevantNotIndexed = report.outcome.notIndexed
    level = funnel.level
    fullDimensions = funnel.fullDimensions
    bootstrap = funnel.bootstrap
    let smallest = funnel.shortlists.first ?? 1
    stages = funnel.stages.map { stage in
      Stage(
        coarse: stage.label, dimensions: stage.dimensions, precision: stage.precision.rawValue,
        bytes: stage.bytes,
        shares: funnel.shares(of: stage).map {
          Share(shortlist: $0.shortlist, kept: $0.kept, share: $0.mean)
        },
        shortlistKeepingAll: stage.shortlistKeepingAll(),
        lost: stage.lost(by: smallest).map {
          Loss(
            query: $0.query.text, item: $0.document.text, grade: $0.grade, fullRank: $0.fullRank,
            savingShortlist: $0.coarseRank)
        })
    }
  }
}

internal import Explorer
internal import Logging
internal import Relevance
internal import Retrieval
internal import Storage

/// Scores a catalogue for the explorer: first by bytes, where that is quicker, then for certain.
struct FindingAll {
  let workspace: Workspace
  let request: FindAllRequest
  let logger: Logger
  let isEnded: @Sendable () -> Bool
  let send: @Sendable (FindAllReply.Part) -> Void

  /// Works until the end or until `isEnded` says so between two steps.
  func run() {
    do {
      let send = self.send
      let deriving = Telling { send(.deriving($0)) }
      guard workspace.derive(for: [request.subject.plan], isEnded: isEnded, tell: deriving.tell) else {
        return
      }
      let scoring = try CatalogueScoring(request.subject, in: workspace)
      for isQuick in scoring.hasQuickAnswer ? [true, false] : [false] {
        if isEnded() { return }
        let catalogue = try scoring.scored(judged: request.judged, isQuick: isQuick)
        if !isEnded() { send(.scored(catalogue)) }
      }
    } catch {
      logger.error("no scores", metadata: ["query": "\(request.subject.query.text)", "error": "\(error)"])
      send(.failed("\(error)"))
    }
  }
}

extension Workspace {
  /// Answers a wish for items to be shown and placed.
  func place(_ request: PlaceItemsRequest) throws(StorageError) -> PlaceItemsReply {
    PlaceItemsReply(
      generation: request.generation,
      .placed(
        cards: try cardsByOrdinal(request.ordinals), try placed(request.ids, among: request.items)))
  }
}

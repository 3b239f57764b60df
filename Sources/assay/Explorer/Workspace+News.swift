internal import Explorer

extension Workspace {
  /// Mails what becomes of this workspace's models: that one is loaded or can't be, what a server answered.
  func announceModels(to mailbox: Mailbox<LoopMessage>) {
    for (place, side) in ([self] + others).enumerated() {
      side.servedQueries?.onNews { news in
        mailbox.send(.action(.serverNews(place, news.text, isFailure: news.isFailure)))
      }
      (side.encoder as? LocalEncoder)?.whenLoaded { error in
        mailbox.send(.action(.modelSettled(place, failure: error.map { "\($0)" })))
      }
    }
  }
}

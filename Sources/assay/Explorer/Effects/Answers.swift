internal import Explorer
internal import Logging
internal import Relevance
internal import Retrieval

/// Answers what the explorer asks of the open catalogue, and mails the answers to the event loop.
///
/// Every function works until it has an answer, on the thread that calls it; nothing is thrown, a failure is mailed like
/// an answer.
struct Answers: Sendable {
  let workspace: OpenWorkspace
  let builder: LabelQueueBuilder
  let attention: Attention
  let mailbox: Mailbox<LoopMessage>
  let logger: Logger

  /// Mails something for the reducer.
  func send(_ action: Action) {
    mailbox.send(.action(action))
  }

  /// Ranks for a column.
  func search(_ request: SearchRequest) {
    do {
      send(.searched(try attention.whileSearching { try workspace.current.search(request) }))
    } catch {
      send(.searchFailed(column: request.column, generation: request.generation, failure(request, error)))
    }
  }

  private func failure(_ request: SearchRequest, _ error: any Error) -> SearchFailure {
    // Searched for again when the server answered, or did not.
    if error is AwaitedVector { return SearchFailure("\(error)", awaited: .server) }
    if let error = error as? ColumnFilterError { return SearchFailure(error) }
    let range = (error as? QueryError)?.range
    // What is half typed is no fault of the program.
    let level = range == nil && !(error is WordsAlone) ? Logger.Level.error : .debug
    logger.log(
      level: level, "search failed", metadata: ["query": "\(request.query.text)", "error": "\(error)"])
    return SearchFailure(
      "\(error)", range: range, awaited: workspace.current.isLoading(for: request.plan) ? .model : nil)
  }

  /// Finds out where a column ranks an item.
  func locate(_ request: LocateRequest) {
    let outcome: LocateReply.Outcome
    do {
      outcome = .found(try attention.whileSearching { try workspace.current.locate(request) })
    } catch {
      logger.warning("item not located", metadata: ["ordinal": "\(request.ordinal)", "error": "\(error)"])
      outcome = .failed("\(error)")
    }
    send(.located(LocateReply(generation: request.generation, outcome)))
  }

  /// Takes an item apart for the detail pane.
  func inspect(_ request: InspectRequest) {
    do {
      send(.inspected(try attention.whileSearching { try workspace.current.inspect(request) }))
    } catch {
      logger.error("inspection failed", metadata: ["ordinal": "\(request.ordinal)", "error": "\(error)"])
      send(.notice("details are not available: \(error)"))
    }
  }

  /// Finds out how the query line may go on.
  func complete(_ request: CompletionRequest) {
    do {
      send(.completed(try workspace.current.complete(request)))
    } catch {
      logger.error("completion failed", metadata: ["text": "\(request.text)", "error": "\(error)"])
      send(.warning("the query can't be completed: \(error)"))
    }
  }

  /// Finds out what is to be shown of items and where others stand.
  func place(_ request: PlaceItemsRequest) {
    do {
      send(.placedItems(try workspace.current.place(request)))
    } catch {
      logger.error("items can't be shown", metadata: ["error": "\(error)"])
      send(.placedItems(PlaceItemsReply(generation: request.generation, .failed("\(error)"))))
    }
  }

  /// Finds out what a picture's file is.
  func examine(_ request: PictureRequest) {
    let outcome = PictureExamination(folder: workspace.current.pictures).outcome(request.picture)
    send(.examinedPicture(PictureReply(generation: request.generation, outcome: outcome)))
  }

  /// Ranks a query to show what its score is made of.
  func openScore(_ request: OpenScoreRequest) {
    send(.openedScore(ScoreOpening(workspace.current, request).reply))
  }
}

internal import Explorer

/// What reaches the event loop from other threads.
enum LoopMessage: Sendable {
  /// Something for the reducer.
  case action(Action)
  /// A picture that was wanted is ready to be placed.
  case pictureReady
}

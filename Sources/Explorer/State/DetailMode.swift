/// What the detail pane shows.
package enum DetailMode: CaseIterable, Hashable, Sendable {
  case off
  /// The picture as large as fits, fields below.
  case picture
  /// Every field.
  case fields
  /// The score taken apart.
  case explanation

  /// The next one in turn.
  package var next: DetailMode {
    switch self {
    case .off: .picture
    case .picture: .fields
    case .fields: .explanation
    case .explanation: .off
    }
  }
}

/// The item whose detail was asked for last, and the answer when it came.
package struct Inspection: Hashable, Sendable {
  /// The latest request; an answer to any other is stale.
  package private(set) var request: InspectRequest?
  /// The answer to `request`.
  package private(set) var reply: InspectReply?

  /// Notes that a newer request is under way.
  mutating func ask(_ request: InspectRequest) {
    // Fields do not depend on the plan: they stay on the glass while a new explanation is computed.
    if reply?.ordinal != request.ordinal { reply = nil }
    self.request = request
  }

  /// Takes an answer, unless it is stale.
  mutating func take(_ reply: InspectReply) {
    guard reply.generation == request?.generation else { return }
    self.reply = reply
  }

  mutating func clear() {
    request = nil
    reply = nil
  }
}

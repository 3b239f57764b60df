/// The list of candidates below the query line.
package struct Completion: Hashable, Sendable {
  /// What was asked last.
  package internal(set) var request: CompletionRequest
  /// What is listed; the answer to an earlier request while a newer one is due, `nil` before the first answer.
  package internal(set) var reply: CompletionReply?
  /// The candidate that `enter` takes.
  package internal(set) var selected = 0
  /// Whether `enter` was pressed while an answer was due: its first candidate is taken when it comes.
  package internal(set) var takesNext = false

  /// Whether the list shows: a lone candidate is taken at once, before anybody sees a list.
  package var isOpen: Bool { reply != nil }

  /// Whether the list answers what stands in the line now.
  var isCurrent: Bool { reply?.generation == request.generation }
}

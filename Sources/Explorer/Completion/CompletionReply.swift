/// One way in which the query line may go on.
package struct CompletionCandidate: Hashable, Sendable {
  /// What takes the place of what was typed.
  package let text: String
  /// What is shown of it.
  package let label: String
  /// What is said beside it: how many items have it, or the title of the item.
  package let detail: String
  /// Whether more has to follow, as behind a name or a folder.
  package let goesOn: Bool

  /// Makes a candidate, which shows as its own text unless told otherwise.
  package init(_ text: String, label: String? = nil, detail: String = "", goesOn: Bool = false) {
    self.text = text
    self.label = label ?? text
    self.detail = detail
    self.goesOn = goesOn
  }
}

/// The answer to a `CompletionRequest`.
package struct CompletionReply: Hashable, Sendable {
  /// The generation of the request.
  package let generation: Int
  /// What is listed, such as `brand`.
  package let subject: String
  /// The Unicode scalars of the request's text that a candidate takes the place of.
  package let range: Range<Int>
  /// The likeliest first.
  package let candidates: [CompletionCandidate]
  /// How many there are altogether.
  package let total: Int
  /// What to know where nothing can be listed, such as the range of a field's numbers.
  package let remark: String?

  /// Makes a reply; without a total, all candidates are there.
  package init(
    generation: Int, subject: String, range: Range<Int>, candidates: [CompletionCandidate], total: Int? = nil,
    remark: String? = nil
  ) {
    self.generation = generation
    self.subject = subject
    self.range = range
    self.candidates = candidates
    self.total = total ?? candidates.count
    self.remark = remark
  }
}

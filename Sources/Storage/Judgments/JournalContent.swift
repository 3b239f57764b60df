package import Relevance

/// What a journal says.
package struct JournalContent: Hashable, Sendable {
  /// The decisions in the order in which they were made.
  package var judgments: [Judgment] = []
  /// Lines that are no decisions, each with its number and what is wrong; they stay in the file.
  package var faults: [StorageError] = []
  /// What was mended when the journal was opened, in words for its owner; `nil` when nothing was.
  package var repair: String?

  /// An empty journal.
  package init() {}

  /// The grades that count: of each assessor the last one about a query and item, of several assessors the latest.
  package var qrels: Qrels { Qrels(judgments: judgments) }
}

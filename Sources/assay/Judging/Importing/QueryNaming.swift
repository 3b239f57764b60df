internal import Relevance

/// Finds the id of a query whose text a judgment file has, and the text of one whose id it has.
struct QueryNaming {
  private var texts: [QueryID: String] = [:]
  private var idsByText: [DocumentID: QueryID] = [:]
  /// For texts that are spelled with other code points; equal keys are canonically equivalent.
  private var idsByEquivalent: [String: QueryID] = [:]
  /// The ids that a query set has; empty without one.
  private(set) var known: Set<QueryID> = []

  /// Knows a query set, then what other places say; of several texts the first counts.
  init(_ set: QuerySet, judgments: [Judgment] = []) {
    for query in set.queries {
      known.insert(query.id)
      add(id: query.id, text: query.text)
    }
    for judgment in judgments { add(id: judgment.queryID, text: judgment.query) }
  }

  /// Learns the texts that a judgment file comes with.
  mutating func add(_ queries: [QueryID: String]) {
    for (id, text) in queries.sorted(by: { $0.key < $1.key }) { add(id: id, text: text) }
  }

  private mutating func add(id: QueryID, text: String) {
    guard !text.isEmpty, texts[id] == nil else { return }
    texts[id] = text
    if idsByText[DocumentID(text)] == nil { idsByText[DocumentID(text)] = id }
    if idsByEquivalent[text] == nil { idsByEquivalent[text] = id }
  }

  /// The text of a query; empty when nobody knows it.
  func text(of id: QueryID) -> String { texts[id] ?? "" }

  /// The name and text of a query: a text that belongs to no known query is named after itself, as if it had been typed.
  func identify(id: QueryID?, text: String?) -> (id: QueryID, text: String) {
    if let id { return (id, text ?? self.text(of: id)) }
    let text = text ?? ""
    let id = idsByText[DocumentID(text)] ?? idsByEquivalent[text] ?? QueryIdentity.id(of: text)
    return (id, text)
  }
}

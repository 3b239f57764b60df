extension Qrels {
  /// The grades that count after a sequence of decisions: for every query and item the last one.
  ///
  /// A withdrawn grade leaves the item unjudged. Who decided and on which scale plays no part.
  package init(judgments: some Sequence<Judgment>) {
    self.init()
    for judgment in judgments { self[judgment.queryID, judgment.item] = judgment.grade }
  }
}

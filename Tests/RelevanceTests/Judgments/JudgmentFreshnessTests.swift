import Relevance
import Testing

@Suite struct JudgmentFreshnessTests {
  private func judgment(
    _ item: String, _ hash: String, by assessor: String = "a", batch: String? = nil, at time: String = ""
  )
    -> Judgment
  {
    Judgment(
      time: time, assessor: assessor, queryID: "q", query: "", item: DocumentID(item), scale: "0-3",
      decision: .grade(1), itemHash: hash, source: batch == nil ? .human : .imported("f"), batch: batch)
  }

  private func states(
    _ judgments: [Judgment], _ hashes: [String: String], wasStale: (Judgment) -> Bool = { _ in false }
  ) -> [JudgedItemState] {
    JudgmentFreshness(
      judgments,
      hashes: Dictionary(uniqueKeysWithValues: hashes.map { (DocumentID($0.key), $0.value) }),
      wasStale: wasStale
    ).findings.map(\.state)
  }

  @Test func tellsWhatBecameOfAnItem() {
    let judgments = [
      judgment("same", "1"), judgment("other", "1"), judgment("gone", "1"),
      judgment("unseen", "", batch: "x"),
    ]
    #expect(
      states(judgments, ["same": "1", "other": "2", "unseen": "3"]) == [
        .unchanged, .changed, .vanished, .unknown,
      ])
  }

  @Test func anItemIsBackWhenSomebodySawItOtherwise() {
    let back = [judgment("a", "1"), judgment("a", "2", by: "b")]
    #expect(states(back, ["a": "1"]) == [.returned, .changed])
    #expect(states(back, ["a": "2"]) == [.changed, .unchanged])
    // Gone when it was decided about.
    #expect(states([judgment("a", "1"), judgment("a", "", by: "b")], ["a": "1"]) == [.returned, .unknown])
    // An import without hashes saw nothing.
    #expect(
      states([judgment("a", "1"), judgment("a", "", by: "b", batch: "x")], ["a": "1"]) == [
        .unchanged, .unknown,
      ])
    #expect(states([judgment("a", "1")], ["a": "1"], wasStale: { $0.itemHash == "1" }) == [.returned])
  }

  /// Looks in between tell what came back; each finds only what is new, whatever the judgments say.
  @Test func looksInBetweenTellWhatCameBack() {
    let judgments = [
      judgment("a", "1", at: "2"), judgment("b", "1", at: "2"), judgment("c", "1", at: "2"),
      judgment("unseen", "", batch: "x"), judgment("a", "1", by: "b", at: "4"),
    ]
    var known: [ItemChange] = []
    func look(_ hashes: [String: String], at time: String) -> [JudgedItemState] {
      let freshness = JudgmentFreshness(
        judgments, hashes: Dictionary(uniqueKeysWithValues: hashes.map { (DocumentID($0.key), $0.value) }),
        changes: known)
      known += freshness.changes(since: known, at: time)
      return freshness.findings.map(\.state)
    }
    #expect(
      look(["a": "1", "b": "1", "c": "1"], at: "2") == [
        .unchanged, .unchanged, .unchanged, .unknown, .unchanged,
      ])
    #expect(known.isEmpty)
    #expect(look(["a": "2", "c": "1"], at: "3") == [.changed, .vanished, .unchanged, .unknown, .changed])
    #expect(
      known == [
        ItemChange(time: "3", item: "a", hash: "2"), ItemChange(time: "3", item: "b", hash: nil),
      ])
    // The later judgment of a was made when it was back.
    let back: [JudgedItemState] = [.returned, .returned, .unchanged, .unknown, .unchanged]
    #expect(look(["a": "1", "b": "1", "c": "1", "unseen": "9"], at: "5") == back)
    #expect(known.count == 4)
    #expect(look(["a": "1", "b": "1", "c": "1"], at: "6") == back)
    #expect(known.count == 4)
  }

  @Test func staleJudgmentsCanBeLeftOut() {
    let judgments = [
      judgment("same", "1"), judgment("other", "1"), judgment("gone", "1"), judgment("unseen", ""),
    ]
    let freshness = JudgmentFreshness(
      judgments, hashes: [DocumentID("same"): "1", DocumentID("other"): "2", DocumentID("unseen"): "3"])
    #expect(freshness.lasting.map(\.item.text) == ["same", "unseen"])
    #expect(freshness.counts == [.unchanged: 1, .changed: 1, .vanished: 1, .unknown: 1])
  }
}

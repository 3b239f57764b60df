import Relevance
import TestSupport
import Testing

/// Whatever a text holds, it is read or refused with the number of one of its lines, and what is read is written and
/// read again.
@Suite("Any text as a run, as judgments and as queries")
struct FormatFuzzTests {
  private static let damage = Damage(pieces: [
    "\n", "\r\n", "\r", "\t", "  ", " Q0 ", "q1", "#", "id\t", "1e999", "nan", "-0", "0x1p3", "\u{feff}",
    "\u{301}",
    "\u{85}", "\u{2028}", "9223372036854775808", "%20", "%=", "%=%20", "é", "e\u{301}", "\u{0}", "🇩🇪",
  ])

  private struct Disagreement: Error {
    let what: String
  }

  @Test func runs() {
    let sample = """
      q1 Q0 p1 1 3.5 bm25
      q1 Q0 p2 2 3.25 bm25
      q2 Q0 p1 1 -1e-3 bm25

      q2 Q0 b%20c 2 -2 bm25
      """
    Fuzz.run("runs", cases: 1500) { generator in
      try attempt(sample, using: &generator) { text in
        let run = try Run(trec: text)
        guard let written = try? run.trec() else { return }
        let again = try Run(trec: written)
        guard again.queries == run.queries, again.tag == run.tag,
          run.queries.allSatisfy({ again[$0].map(\.document) == run[$0].map(\.document) })
        else { throw Disagreement(what: written) }
      }
    }
  }

  @Test func qrels() {
    let sample = "# judged\nq1 0 p1 3\nq1 0 p2 0\r\nq2 0 p1 -1\n\nq1 0 p3 1\n"
    Fuzz.run("qrels", cases: 1500) { generator in
      try attempt(sample, using: &generator) { text in
        let qrels = try Qrels(trec: text)
        guard try Qrels(trec: qrels.trec()) == qrels else { throw Disagreement(what: text) }
      }
    }
  }

  @Test func querySets() {
    let sample = "id\ttext\nq1\tred mug\nq2\tcafé\tkind\tdev\nq3\t\t\t\timages/a.jpg\r\n"
    Fuzz.run("query-sets", cases: 1500) { generator in
      try attempt(sample, using: &generator) { text in
        let set = try QuerySet(tsv: text)
        _ = set.tsv
        guard set.queries.allSatisfy({ set[id: $0.id] != nil }) else { throw Disagreement(what: text) }
      }
    }
  }

  private func attempt(
    _ sample: String, using generator: inout SeededGenerator, _ read: (String) throws -> Void
  ) throws {
    let bytes = Self.damage.applied(to: Array(sample.utf8), using: &generator)
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      try read(text)
    } catch let error as LineError {
      let lines = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
      guard (1...lines).contains(error.line), !error.reason.isEmpty else {
        throw Disagreement(what: "\(error) in \(text.debugDescription)")
      }
    }
  }
}

import Relevance
import TestSupport
import Testing

@testable import Storage

/// Whatever a file holds, it is read, or refused as a whole; and what is read names its place.
@Suite struct JudgmentFormatFuzzTests {
  private static let samples: [(format: String, text: String)] = [
    ("trec", "q1 0 p1 3\nq1 0 a%20b 2\r\n"), ("trec-jg", "q1 anna p1 3\nq1 bo p1 2\n"),
    ("quepid", "query,docid,rating\n\"a, b\", =x,2\nmug,,\n"),
    ("quepid-book", "query,docid,Anna\nmug,p1,3\nmug,\"p\"\"2\",\n"),
    ("quepid-book", #"{"query_doc_pairs":[{"query_text":"m","doc_id":"p","judgements":[{"rating":1}]}]}"#),
    ("rre", #"{"queries":[{"placeholders":{"$query":"m"},"relevant_documents":{"p":{"gain":1}}}]}"#),
    ("srw", #"{"judgmentRatings":[{"query":"m","ratings":[{"docId":"p","rating":"1.0"}]}]}"#),
    ("srw", "query,docid,rating\nm,p,1\n"),
    ("esci", "query,query_id,product_id,esci_label\nm,1,p,E\n"),
    ("wands", "id\tquery_id\tproduct_id\tlabel\n0\t1\tp\tExact\n"),
    ("csv", "query,item,grade,note\nm,p,1,\"two\nlines\"\n"),
  ]
  private static let damage = Damage(pieces: [
    "\n", "\r\n", "\r", "\t", ",", "\"", "\"\"", "\\", "{", "}", "[", "]", ":", "null", "%", "%20", "-1",
    "\u{feff}", "\u{0}", "é",
  ])

  @Test func anyDamage() {
    for (format, sample) in Self.samples {
      Fuzz.run(format, cases: 400) { generator in
        let bytes = Self.damage.applied(to: Array(sample.utf8), using: &generator)
        let format = try #require(JudgmentFormats.named(format))
        guard let reading = try? format.read(bytes, options: FormatOptions()) else { return }
        let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
        for place in reading.problems.map(\.place) + reading.judgments.map(\.place) {
          if case .line(let line) = place { #expect((1...lines).contains(line)) }
        }
        #expect(
          reading.judgments.allSatisfy {
            !$0.item.text.isEmpty && ($0.queryID?.text ?? $0.query)?.isEmpty == false
          }
        )
      }
    }
  }
}

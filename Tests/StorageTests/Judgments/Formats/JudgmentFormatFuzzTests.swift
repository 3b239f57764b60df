import Relevance
import TestSupport
import Testing

@testable import Storage

/// Whatever a file holds, it is read, or refused as a whole; and what is read names its place.
@Suite struct JudgmentFormatFuzzTests {
  private struct Sample {
    let loop: String
    let format: String
    let text: String

    init(_ format: String, as loop: String? = nil, _ text: String) {
      self.loop = loop ?? format
      self.format = format
      self.text = text
    }
  }

  private static let samples = [
    Sample("trec", "q1 0 p1 3\nq1 0 a%20b 2\r\n"), Sample("trec-jg", "q1 anna p1 3\nq1 bo p1 2\n"),
    Sample("quepid", "query,docid,rating\n\"a, b\", =x,2\nmug,,\n"),
    Sample("quepid-book", "query,docid,Anna\nmug,p1,3\nmug,\"p\"\"2\",\n"),
    Sample(
      "quepid-book", as: "quepid-book-json",
      #"{"query_doc_pairs":[{"query_text":"m","doc_id":"p","judgements":[{"rating":1}]}]}"#),
    Sample(
      "rre",
      #"{"queries":[{"placeholders":{"$query":"m"},"relevant_documents":{"p":{"gain":1}}}]}"#),
    Sample(
      "srw", as: "srw-json",
      #"{"judgmentRatings":[{"query":"m","ratings":[{"docId":"p","rating":"1.0"}]}]}"#),
    Sample("srw", "query,docid,rating\nm,p,1\n"),
    Sample("esci", "query,query_id,product_id,esci_label\nm,1,p,E\n"),
    Sample("wands", "id\tquery_id\tproduct_id\tlabel\n0\t1\tp\tExact\n"),
    Sample("csv", "query,item,grade,note\nm,p,1,\"two\nlines\"\n"),
  ]
  private static let damage = Damage(pieces: [
    "\n", "\r\n", "\r", "\t", ",", "\"", "\"\"", "\\", "{", "}", "[", "]", ":", "null", "%", "%20", "-1",
    "\u{feff}", "\u{0}", "é",
  ])

  @Test func anyDamage() {
    for sample in Self.samples {
      Fuzz.run(sample.loop, cases: 400) { generator in
        let bytes = Self.damage.applied(to: Array(sample.text.utf8), using: &generator)
        let format = try #require(JudgmentFormats.named(sample.format))
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

import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// Why an item is not where it was expected.
  @Suite struct WhyNotTests {
    private func shop() throws -> String { try #require(Shop.indexed).path }

    /// A finding of `--why-not … --format json`.
    struct Finding: Decodable {
      struct Lane: Decodable {
        struct Need: Decodable {
          let kind: String
          let value: Double?
        }
        let score: Double?
        let rank: Int?
        let contribution: Double?
        let need: Need?
      }
      struct Rival: Decodable {
        let id: String
        let score: Double
      }
      let id: String
      let verdict: String
      let rank: Int?
      let score: Double?
      let gap: Double?
      let last: Rival?
      let lanes: [String: Lane]
      let excludedBy: [String]?
    }

    @Test func whyNotNamesTheFilter() throws {
      let query = "striped shirt price:<0 -brand:nobody - \"striped\""
      let ids = try SearchLine.all(
        of: Program().run("search", shop(), "striped", "shirt", "--format", "json", "--top", "1"))
      let id = try #require(ids.first).id
      let outcome = try Program().run("search", shop(), query, "--why-not", id)
      #expect(
        outcome.status == 0 && outcome.output.contains("left out by price:<0 (the item has "), "\(outcome)")
      #expect(!outcome.output.contains("nobody"))
      for word in ["needs", "gap"] { #expect(!outcome.output.contains(word), "\(outcome.output)") }
      let json = try Program().run("search", shop(), query, "--why-not", id, "--format", "json")
      let finding = try JSONDecoder().decode(Finding.self, from: Data(json.output.utf8))
      #expect(finding.verdict == "filtered" && finding.gap == nil && finding.excludedBy?.isEmpty == false)
      #expect(finding.lanes.values.allSatisfy { $0.need == nil })
    }

    @Test(arguments: ["weighted", "rrf"])
    func whyNotAgreesWithTheRanking(_ fusion: String) throws {
      let query = ["search", try shop(), "striped", "shirt", "--fusion", fusion]
      let all = try SearchLine.all(of: Program().run(query + ["--top", "1000", "--format", "json"]))
      let asked = try #require(all.dropFirst(7).first)
      let outcome = try Program().run(query + ["--top", "3", "--why-not", asked.id, "--format", "json"])
      let finding = try JSONDecoder().decode(Finding.self, from: Data(outcome.output.utf8))
      #expect(finding.id == asked.id && finding.verdict == "outranked" && finding.rank == 8)
      #expect(finding.score == asked.score && finding.last?.id == all[2].id)
      #expect(finding.gap == all[2].score - asked.score)
      #expect(finding.lanes.count == 2 && finding.lanes.values.contains { $0.need != nil })
      for (name, part) in asked.parts { #expect(finding.lanes[name]?.contribution == part) }
      let table = try Program().run(query + ["--top", "3", "--why-not", asked.id])
      #expect(table.output.contains("rank 8 of \(all.count)") && table.output.contains("needs"))
      let listed = try Program().run(query + ["--top", "3", "--why-not", all[1].id])
      #expect(listed.output.contains("listed: rank 2"))
    }

    @Test func whyNotRefusesAnUnknownIdAndAnEmptyQuery() throws {
      let unknown = try Program().run("search", shop(), "mug", "--why-not", "p9999")
      #expect(unknown.status == 3 && unknown.output == "")
      #expect(unknown.messages.contains("--why-not p9999") && unknown.messages.contains("no item"))
      let empty = try Program().run("search", shop(), "", "--why-not", "p0006")
      #expect(empty.status == 2 && empty.messages.contains("nothing is searched for"))
    }
  }
}

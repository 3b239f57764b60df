import Foundation
import Glibc
import TestSupport
import Testing

extension EndToEnd {
  /// Dimensions, precisions and modes on judged queries.
  @Suite struct SweepingTests {
    private func sweep(_ shop: Shop, _ arguments: String...) throws -> Program.Outcome {
      try Program().run(
        [
          "sweep", shop.path, "--queries", shop.path + "/queries.tsv", "--qrels",
          shop.path + "/judgments/truth.qrels",
        ] + arguments)
    }

    /// Whether a process has a handler for a signal.
    private func catches(_ signal: Int32, _ process: pid_t) throws -> Bool {
      let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
      let mask = status.split(separator: "\n").first { $0.hasPrefix("SigCgt:") }
        .flatMap { UInt64($0.dropFirst(7).trimmingPrefix(while: \.isWhitespace), radix: 16) }
      return try #require(mask) >> UInt64(signal - 1) & 1 == 1
    }

    private func object(_ text: String) throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func everyConfigurationHasItsPoint() throws {
      let shop = try Shop.copy()
      let outcome = try sweep(
        shop, "-m", "nDCG@10", "--dimensions", "16", "64", "--precisions", "int8", "2-bit", "--format", "json"
      )
      try #require(outcome.status == 0, "\(outcome.messages)")
      let points = try #require(try object(outcome.output)["points"] as? [[String: Any]])
      #expect(
        points.compactMap { $0["configuration"] as? String } == [
          "dense 256 float32", "dense 64 int8", "dense 16 int8", "dense 64 2-bit", "dense 16 2-bit",
          "lexical",
          "hybrid 256 float32", "hybrid 64 int8", "hybrid 16 int8", "hybrid 64 2-bit", "hybrid 16 2-bit",
        ])
      #expect(points.compactMap { $0["bytes"] as? Int } == [1024, 68, 20, 16, 4, 0, 1024, 68, 20, 16, 4])
      #expect(points.allSatisfy { $0["milliseconds"] is Double })
      let full = try #require(
        (points[0]["scores"] as? [[String: Any]])?.first?["retention"] as? [String: Any])
      #expect(full["mean"] as? Double == 1)
    }

    @Test func twoStagesAreMeasuredBesideOne() throws {
      let shop = try Shop.copy()
      let outcome = try sweep(
        shop, "-m", "nDCG@10", "--modes", "dense", "--dimensions", "16", "--precisions", "int8", "--coarse",
        "16:binary:12", "--rounds", "0", "--format", "csv")
      try #require(outcome.status == 0, "\(outcome.messages)")
      let rows = outcome.lines.map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      let staged = try #require(rows.first { $0[0] == "dense 16 binary → top 12 → 256 float32" })
      // A shortlist as long as the catalogue loses nothing; its vectors are paid for twice.
      #expect(staged[8] == rows[1][8] && staged[4] == "1026")
    }

    @Test func withoutTimesTheSameInputGivesTheSameBytes() throws {
      let shop = try Shop.copy()
      for format in ["table", "json", "csv"] {
        let outputs = try (0..<2).map { _ in
          try sweep(shop, "--rounds", "0", "--dimensions", "16", "--format", format, "--sort", "bytes")
        }
        #expect(outputs[0].status == 0 && outputs[0].output == outputs[1].output, "\(format)")
      }
    }

    @Test func theMeansAreThoseOfCompare() throws {
      let shop = try Shop.copy()
      let swept = try sweep(
        shop, "-m", "nDCG@10", "--dimensions", "16", "--precisions", "binary", "--rounds", "1", "--format",
        "csv")
      let compared = try Program().run(
        "compare", "dense:16,binary", "lexical", "hybrid:16,binary", "--index", shop.path, "--queries",
        shop.path + "/queries.tsv", "--qrels", shop.path + "/judgments/truth.qrels", "-m", "nDCG@10",
        "--depth", "100", "--format", "csv")
      func means(_ outcome: Program.Outcome, name: Int, mean: Int) -> [String: String] {
        outcome.lines.dropFirst().reduce(into: [:]) { means, line in
          // The only quoted fields are the names of configurations with a comma.
          let fields = line.replacing("\"dense:16,binary\"", with: "dense 16 binary")
            .replacing("\"hybrid:16,binary\"", with: "hybrid 16 binary").split(
              separator: ",", omittingEmptySubsequences: false
            ).map(String.init)
          means[fields[name]] = fields[mean]
        }
      }
      let (first, second) = (means(swept, name: 0, mean: 8), means(compared, name: 4, mean: 5))
      #expect(second.count == 3)
      for (name, mean) in second { #expect(first[name] == mean, "\(name)") }
    }

    @Test func theFunnelNamesWhatDies() throws {
      let shop = try Shop.copy()
      let outcome = try sweep(
        shop, "--funnel", "--dimensions", "16", "--precisions", "binary", "--shortlists", "1", "12",
        "--format",
        "json")
      try #require(outcome.status == 0, "\(outcome.messages)")
      let report = try object(outcome.output)
      let stages = try #require(report["stages"] as? [[String: Any]])
      #expect(stages.compactMap { $0["coarse"] as? String } == ["256 float32", "16 binary"])
      let relevant = try #require(report["relevant"] as? Int)
      for stage in stages {
        let shares = try #require(stage["shares"] as? [[String: Any]])
        let lost = try #require(stage["lost"] as? [[String: Any]])
        // Everything is kept by a shortlist as long as the catalogue, and the rest at one is listed.
        #expect(shares[1]["kept"] as? Int == relevant)
        #expect((shares[0]["kept"] as? Int ?? 0) + lost.count == relevant)
        let saving = lost.compactMap { $0["savingShortlist"] as? Int }
        #expect(saving.count == lost.count && saving.allSatisfy { (2...12).contains($0) })
        #expect(saving.max() == stage["shortlistKeepingAll"] as? Int)
      }
      let table = try sweep(shop, "--funnel", "--shortlists", "1", "--lost-at", "1", "--within", "12")
      #expect(table.output.contains("needs top") && table.output.contains("loses"))
      #expect(try sweep(shop, "--funnel", "--format", "csv").lines.count == 1 + 15 * 5)
    }

    @Test func interruptingPrintsNothing() throws {
      let shop = try Shop.copy()
      let outcome = try Program().run(
        "sweep", shop.path, "--queries", shop.path + "/queries.tsv", "--qrels",
        shop.path + "/judgments/truth.qrels", "--rounds", "1000000"
      ) { process in
        try wait(for: "the signal to be caught") { try catches(SIGINT, process) }
        kill(process, SIGINT)
      }
      #expect(outcome.status == 130 && outcome.output.isEmpty, "\(outcome)")
      #expect(outcome.messages.contains("interrupted"))
    }

    @Test func whatCantBeSweptIsSaid() throws {
      let shop = try Shop.copy()
      #expect(try sweep(shop, "--dimensions", "17").messages.contains("declares"))
      #expect(try sweep(shop, "--precisions", "int3").status == 2)
      #expect(try sweep(shop, "--coarse", "17:int8:100").messages.contains("declares"))
      #expect(try sweep(shop, "--rounds", "-1").status == 2)
      #expect(try sweep(shop, "--only", "split=none").status == 3)
      #expect(try sweep(shop, "--funnel", "--lost-at", "0").status == 2)
    }
  }
}

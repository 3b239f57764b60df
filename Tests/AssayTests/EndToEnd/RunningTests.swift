import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// A query set as a run.
  @Suite struct RunningTests {
    @Test func aQuerySetBecomesARunWhoseScoresSurviveFloat32() throws {
      let shop = try #require(Shop.indexed)
      let folder = try TemporaryFolder()
      let queries = try folder.write(
        "id\ttext\tkind\tsplit\nr1\train\nr2\tblue dress\tattribute\ttest\t\n\nr3\tTA-4K1SRB\n",
        to: "queries.tsv")
      let file = folder.path("out.run")
      let outcome = try Program().run(
        "run", shop.path, "--queries", queries, "--depth", "7", "--tag", "seven", "-o", file)
      #expect(outcome.status == 0 && outcome.output == "", "\(outcome.messages)")
      let rows = try folder.read("out.run").split(separator: "\n").map { $0.split(separator: " ") }
      #expect(rows.map { $0[0] } == ["r1", "r2", "r3"].flatMap { Array(repeating: $0, count: 7)[...] })
      for (index, row) in rows.enumerated() {
        #expect(row.count == 6 && row[1] == "Q0" && row[5] == "seven")
        #expect(row[3] == "\(index % 7 + 1)")
        guard index % 7 > 0 else { continue }
        #expect(try #require(Float(rows[index - 1][4])) > #require(Float(row[4])))
      }
      #expect(rows[14][2] == "p0006")
    }

    @Test func aBadQuerySetIsNamedWithItsLineAndReplacesNothing() throws {
      let shop = try #require(Shop.indexed)
      let folder = try TemporaryFolder()
      let queries = try folder.write("a\tmug\nno tab here\n", to: "queries.tsv")
      let file = try folder.write("the old run\n", to: "out.run")
      let outcome = try Program().run("run", shop.path, "--queries", queries, "-o", file)
      #expect(outcome.status == 3)
      #expect(outcome.messages.contains("\(queries):2:"))
      #expect(try folder.read("out.run") == "the old run\n")
      #expect(try Program().run("run", shop.path, "--queries", queries, "--depth", "0").status == 2)
      let missing = try Program().run("run", shop.path, "--queries", queries + ".gone")
      #expect(missing.status == 3 && missing.messages.contains(queries + ".gone"))
    }

    @Test func aPlaceThatCanNotBeWrittenIsNamedAsItWasAsked() throws {
      let shop = try #require(Shop.indexed)
      let folder = try TemporaryFolder()
      let queries = try folder.write("a\tmug\n", to: "queries.tsv")
      let file = folder.path("no/such/folder/out.run")
      let outcome = try Program().run("run", shop.path, "--queries", queries, "-o", file)
      #expect(outcome.status == 3)
      #expect(outcome.messages.contains("\(file): can't be written") && !outcome.messages.contains(".new"))
    }
  }
}

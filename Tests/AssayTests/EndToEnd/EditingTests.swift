import Foundation
import Glibc
import Storage
import TestSupport
import Testing

@testable import assay

extension EndToEnd {
  /// The query line in a terminal: what is remembered, completed and pasted.
  @Suite struct EditingTests {
    private static let queries = ".local/state/assay/queries"

    @Test func queriesAreRememberedAcrossSessions() throws {
      let shop = try #require(Shop.indexed)
      let program = try Program()
      for query in ["striped", "satin dress"] {
        try program.explore(shop.path, "--images", "none", "--fresh") { session in
          session.type(query + "\r")
          try session.wait(for: "answers") { $0.hasAnswers }
          session.type("q")
          #expect(try session.end() == 0)
        }
      }
      #expect(try program.home.read(Self.queries) == "striped\nsatin dress\n")
      let mode = try FileManager.default.attributesOfItem(atPath: program.home.path(Self.queries))
      #expect(mode[.posixPermissions] as? Int == 0o600)
      try program.explore(shop.path, "--images", "none", "--fresh") { session in
        try session.waitFor("type to search")
        session.type("\u{1b}[A")
        try session.wait(for: "the latest query") { $0.lines[0].contains("satin dress") }
        session.type("\u{1b}[A")
        try session.wait(for: "the one before") { $0.lines[0].contains("striped") }
        session.type("\u{12}sat")
        try session.wait(for: "the search") { $0.lines[0].contains("history sat › satin dress") }
      }
    }

    @Test func twoSessionsAtOnceLoseNothing() throws {
      let shop = try #require(Shop.indexed)
      let program = try Program()
      try program.explore(shop.path, "--images", "none") { first in
        try program.explore(shop.path, "--images", "none") { second in
          for (session, query) in [(first, "mug"), (second, "dress"), (first, " blue")] {
            session.type(query + "\r")
            try session.wait(for: "answers") { $0.hasAnswers }
            session.type("/")
            try session.wait(for: "the query line") { $0.isCursorVisible }
          }
          for session in [first, second] {
            session.send(SIGHUP)
            #expect(try session.end() == 0)
          }
        }
      }
      let lines = try program.home.read(Self.queries).split(separator: "\n")
      #expect(Set(lines) == ["mug", "dress", "mug blue"])
    }

    @Test func nothingIsKeptWhenNothingShallBe() throws {
      let shop = try #require(Shop.indexed)
      let program = try Program()
      try program.home.write("satin dress\n", to: Self.queries)
      try program.explore(shop.path, "--images", "none", "--no-history") { session in
        try session.waitFor("type to search")
        session.type("\u{1b}[A")
        try session.waitFor("no query was asked before")
        session.type("striped\r")
        try session.wait(for: "answers") { $0.hasAnswers }
        session.type("q")
        #expect(try session.end() == 0)
      }
      #expect(try program.home.read(Self.queries) == "satin dress\n")
    }

    @Test func theLineIsCompletedFromTheCatalogue() throws {
      let shop = try #require(Shop.indexed)
      try Program().explore(shop.path, "--images", "none") { session in
        try session.waitFor("type to search")
        session.type("br\t")
        try session.wait(for: "brands") { $0.text.contains("┌ brand ") && $0.text.contains("1 item") }
        session.type("vel\r")
        try session.wait(for: "a whole filter") {
          $0.lines[0].contains("brand:Velora") && !$0.text.contains("┌")
        }
        session.type("\u{15}image:images/p000\t")
        try session.waitFor("images/p0009.jpg")
      }
    }

    @Test func whatIsPastedIsNeverACommand() throws {
      let shop = try #require(Shop.indexed)
      try Program().explore(shop.path, "--images", "none") { session in
        try session.waitFor("type to search")
        session.type("\r")
        try session.wait(for: "the results") { !$0.isCursorVisible }
        session.type("\u{1b}[200~red\r\nqqq 3\u{3}\tu\u{1b}[201~")
        try session.wait(for: "the text") { $0.lines[0].contains("red qqq 3 u") && $0.isCursorVisible }
        let whileOpen = session.glass.bracketsPastes
        session.type("\u{3}")
        let status = try session.end()
        let afterwards = session.glass.bracketsPastes
        #expect(whileOpen && status == 0 && !afterwards)
      }
    }

    @Test func onlyTheFirstStartGivesHints() throws {
      let shop = try #require(Shop.indexed)
      let program = try Program()
      try FileManager.default.removeItem(atPath: program.home.path(Program.startMark))
      try program.explore(shop.path, "--images", "none") { try $0.waitFor("? all keys") }
      try program.explore(shop.path, "--images", "none") { session in
        try session.wait(for: "a whole frame") { $0.lines[29].contains("judged") }
        #expect(!session.glass.text.contains("? all keys"))
      }
    }

    @Test func theTourLeavesTheSampleAsItCame() throws {
      let shop = try Shop.unindexed()
      let home = try TemporaryFolder()
      let settings = Settings(environment: [
        "HOME": home.root.path, "ASSAY_ASSETS": ProcessInfo.processInfo.environment["ASSAY_ASSETS"] ?? "",
      ])
      let before = try FileManager.default.subpathsOfDirectory(atPath: shop.path).sorted()
      for _ in 0..<2 {
        let opened = try TourIndex(settings: settings).prepare(shop.path)
        #expect(opened == home.path(".cache/assay/tour/index"))
        let workspace = try Workspace.open(opened, settings: settings)
        #expect(workspace.pictures?.path == shop.path)
        #expect(CatalogueCompanions(workspace.archive).queries?.hasPrefix(shop.path) == true)
      }
      #expect(try FileManager.default.subpathsOfDirectory(atPath: shop.path).sorted() == before)
      let indexed = try #require(Shop.indexed).path
      #expect(try TourIndex(settings: settings).prepare(indexed) == indexed)
    }

    @Test func theTourBegins() throws {
      let shop = try #require(Shop.indexed)
      try Program().explore(shop.path, "--images", "none", "--tour") { session in
        try session.waitFor("tour 1/8")
        session.type("striped\r")
        try session.waitFor("tour 2/8")
        session.type("\u{1b}[21~")
        try session.waitFor("the tour is over")
      }
    }
  }
}

import Foundation
import LoopbackServer
import Synchronization
import TestSupport
import Testing

extension EndToEnd {
  /// The explorer on an index whose queries a server encodes.
  @Suite struct ServedExploringTests {
    /// What the server does with queries; items are always encoded.
    private enum Mood: Int { case willing, stuck, broken }

    private let shop: Shop
    private let program: Program
    private var index: String { shop.path + "/.assay/served" }

    init() throws {
      shop = try Shop.copy()
      program = try Program([
        "XDG_DATA_HOME": shop.folder.path("data"), "XDG_STATE_HOME": shop.folder.path("state"),
      ])
    }

    /// Indexes the shop by a server whose mood can be changed, and explores it.
    private func explore(
      _ body: (TerminalSession, LoopbackServer, _ mood: (Int) -> Void) throws -> Void
    ) throws {
      let words = WordServer()
      let mood = Atomic(Mood.willing.rawValue)
      let server = try LoopbackServer { request in
        switch mood.load(ordering: .relaxed) {
        case Mood.stuck.rawValue: LoopbackReply([.wait(300)])
        case Mood.broken.rawValue: .json(#"{"error":{"message":"out of order"}}"#, status: 500)
        default: words.reply(request)
        }
      }
      let added = try program.run(
        "model", "add", "--remote", server.url, "--model", "org/words", "--name", "served")
      try #require(added.status == 0, "\(added.messages)")
      let indexed = try program.run("index", shop.path, "--encoder", "served")
      try #require(indexed.status == 0, "\(indexed.messages)")
      try program.explore(index, "--images", "none") { session in
        try session.waitFor("type to search 12 items")
        try body(session, server) { mood.store($0, ordering: .relaxed) }
      }
    }

    @Test func wordsAnswerAtOnceAndTheServerLater() throws {
      try explore { session, server, mood in
        mood(Mood.stuck.rawValue)
        session.type("stoneware cup")
        try session.waitFor("Stoneware cup by Juniper Row")
        try session.waitFor("served is being asked")
        // What is under way is given up for something newer, which is answered when the server is there again.
        let before = server.requests.count
        mood(Mood.willing.rawValue)
        session.type("s")
        try session.waitFor("served answered in")
        #expect(server.requests.count > before)
        #expect(session.glass.text.contains("Stoneware cup by Juniper Row"))
      }
    }

    @Test func theNewestTextIsAskedForAndFewOthers() throws {
      try explore { session, server, _ in
        let before = server.requests.count
        for key in "umbrella" { session.type(String(key)) }
        try session.waitFor("served answered in")
        #expect(server.requests.last?.text.contains("umbrella") == true)
        // The first request is preceded by one that asks who answers.
        #expect(server.requests.count - before < "umbrella".count)
      }
    }

    @Test func anIndexThatWasOpenedAnewDoesNotWaitForTheServerEither() throws {
      try explore { session, _, mood in
        session.type("cup")
        try session.waitFor("served answered in")
        // News of the index show where nothing else is said.
        session.type("\r")
        let item = #"{"id": "p0099", "title": "Blue teapot", "description": "Holds tea.", "price": 3}"#
        let file = shop.path + "/products.jsonl"
        let old = try String(contentsOfFile: file, encoding: .utf8)
        try (old + item + "\n").write(toFile: file, atomically: true, encoding: .utf8)
        let indexed = try program.run("index", "--quiet", shop.path, "--encoder", "served")
        try #require(indexed.status == 0, "\(indexed.messages)")
        try session.waitFor("newer index: R opens it")
        mood(Mood.stuck.rawValue)
        session.type("R")
        try session.waitFor("13 items")
        session.type("/ teapot")
        try session.waitFor("served is being asked")
        try session.waitFor("Blue teapot")
        mood(Mood.willing.rawValue)
        session.type("s")
        try session.waitFor("served answered in")
      }
    }

    @Test func aServerThatFailsLeavesTheWords() throws {
      try explore { session, _, mood in
        mood(Mood.broken.rawValue)
        session.type("umbrella")
        try session.waitFor("served does not answer, lexical search does")
        try session.waitFor("Tidewell umbrella")
        session.send(SIGTERM)
        #expect(try session.end() == 0)
      }
    }
  }
}

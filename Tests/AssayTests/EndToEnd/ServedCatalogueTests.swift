import Foundation
import LoopbackServer
import Synchronization
import TestSupport
import Testing

extension EndToEnd {
  /// A catalogue that is indexed and searched with a model on a server, from adding it to reading the log.
  @Suite struct ServedCatalogueTests {
    private let shop: Shop
    private let program: Program
    private var index: String { shop.path + "/.assay/served" }

    init() throws {
      shop = try Shop.copy()
      program = try Program([
        "XDG_DATA_HOME": shop.folder.path("data"), "XDG_STATE_HOME": shop.folder.path("state"),
        "XDG_CACHE_HOME": shop.folder.path("cache"), "SERVER_KEY": "sk-sesame",
      ])
    }

    private func add(_ server: LoopbackServer, _ more: String...) throws {
      let outcome = try program.run(
        ["model", "add", "--remote", server.url, "--model", "org/words", "--name", "served"]
          + ["--key-variable", "SERVER_KEY"] + more)
      try #require(outcome.status == 0, "\(outcome.messages)")
    }

    private func indexed(by server: LoopbackServer, _ more: String...) throws -> Program.Outcome {
      try program.run(["index", shop.path, "--encoder", "served"] + more)
    }

    /// Removes what was kept to save requests.
    private func forgetVectors() throws {
      let cache = shop.folder.path("cache")
      if FileManager.default.fileExists(atPath: cache) { try FileManager.default.removeItem(atPath: cache) }
    }

    private func served(_ query: String, _ more: String...) throws -> Program.Outcome {
      try program.run(["search", index, query] + more)
    }

    /// The purposes in the log, oldest first.
    private func purposes() throws -> [String] {
      try program.run("log", "--format", "json", "--last", "1000").lines.map { line in
        let entry = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return entry?["purpose"] as? String ?? ""
      }
    }

    @Test func itIsIndexedSearchedAndLoggedAndTheKeyIsNowhere() throws {
      let words = WordServer()
      let server = try LoopbackServer { words.reply($0) }
      defer { withExtendedLifetime(server) {} }
      try add(server)
      let outcome = try indexed(by: server)
      #expect(outcome.status == 0, "\(outcome.messages)")
      let answer = try served("stoneware cup", "--mode", "dense")
      #expect(answer.status == 0, "\(answer.messages)")
      #expect(answer.lines.first?.contains("Stoneware cup") == true, "\(answer.output)")
      let info = try program.run("model", "info", "served")
      #expect(info.output.contains("in the environment variable SERVER_KEY"))
      let found = try purposes()
      #expect(found.first == "probe" && found.last == "query" && found.contains("items"))
      #expect(found.count == server.requests.count)
      #expect(server.requests.allSatisfy { $0.headers["authorization"] == "Bearer sk-sesame" })
      for text in [outcome.messages, answer.messages, info.output, try program.run("log").output] {
        #expect(!text.contains("sesame"))
      }
      for folder in [shop.folder.root.path, program.home.root.path] {
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
          guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
          #expect(!data.contains(Data("sesame".utf8)), "\(name)")
          if name.hasSuffix("requests.jsonl") {
            #expect(!data.contains(Data("toneware".utf8)), "no texts either")
          }
        }
      }
    }

    @Test func whileTheServerIsDownWordsAnswerAndDenseSearchSaysWhy() throws {
      let words = WordServer()
      let isDown = Atomic(false)
      let server = try LoopbackServer {
        isDown.load(ordering: .relaxed) ? LoopbackReply([]) : words.reply($0)
      }
      defer { withExtendedLifetime(server) {} }
      try add(server)
      #expect(try indexed(by: server).status == 0)
      isDown.store(true, ordering: .relaxed)
      let hybrid = try served("stoneware cup")
      #expect(hybrid.status == 0)
      #expect(hybrid.messages.contains("lexical search answers alone: \(server.url)"))
      let programs = try served("stoneware cup", "--format", "json")
      #expect(programs.status == 3 && programs.output.isEmpty, "programs get no half answers")
      let lexical = try served("stoneware cup", "--mode", "lexical")
      #expect(lexical.status == 0)
      #expect(lexical.lines.first?.contains("Stoneware cup") == true, "\(lexical.output)")
      #expect(hybrid.lines.first?.contains("Stoneware cup") == true, "\(hybrid.output)")
      let dense = try served("stoneware cup", "--mode", "dense")
      #expect(dense.status == 3)
      #expect(dense.messages.contains(server.url))
    }

    @Test func anotherModelBehindTheAddressIsNoticed() throws {
      let isSwapped = Atomic(false)
      let server = try LoopbackServer {
        WordServer(weights: isSwapped.load(ordering: .relaxed) ? 2 : 1).reply($0)
      }
      defer { withExtendedLifetime(server) {} }
      try add(server)
      #expect(try indexed(by: server).status == 0)
      isSwapped.store(true, ordering: .relaxed)
      let dense = try served("stoneware cup", "--mode", "dense")
      #expect(dense.status == 3)
      #expect(dense.messages.contains("is another model than when it was added"))
      try forgetVectors()
      let again = try indexed(by: server, "--fresh")
      #expect(again.status == 3)
      #expect(again.messages.contains("is another model than when it was added"))
    }

    @Test func aBusyServerIsAskedAgainInTheMiddleOfIndexing() throws {
      let words = WordServer()
      let refused = Atomic(0)
      let server = try LoopbackServer { request in
        // The third request is refused twice.
        if request.number == 2 || request.number == 3 {
          refused.add(1, ordering: .relaxed)
          return .json(
            #"{"error":{"message":"slow down","type":"rate_limit"}}"#, status: 429,
            headers: [("Retry-After", "0")])
        }
        return words.reply(request)
      }
      defer { withExtendedLifetime(server) {} }
      try add(server)
      let outcome = try indexed(by: server)
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(refused.load(ordering: .relaxed) == 2)
      #expect(try served("stoneware cup", "--mode", "dense").status == 0)
    }

    @Test func aCancelledIndexingLeavesTheFormerIndex() throws {
      let words = WordServer()
      let isStuck = Atomic(false)
      let isAsked = Atomic(false)
      let server = try LoopbackServer { request in
        guard isStuck.load(ordering: .relaxed), !request.text.contains("ceramic mug with white stripes")
        else {
          return words.reply(request)
        }
        isAsked.store(true, ordering: .relaxed)
        return LoopbackReply([.wait(300)])
      }
      defer { withExtendedLifetime(server) {} }
      try add(server)
      #expect(try indexed(by: server).status == 0)
      let before = try served("stoneware cup", "--mode", "dense").output
      isStuck.store(true, ordering: .relaxed)
      try forgetVectors()
      let outcome = try program.run("index", shop.path, "--encoder", "served", "--fresh") { process in
        try wait(for: "items to be sent") { isAsked.load(ordering: .relaxed) }
        kill(process, SIGINT)
      }
      #expect(outcome.status == 130, "\(outcome.messages)")
      isStuck.store(false, ordering: .relaxed)
      #expect(try served("stoneware cup", "--mode", "dense").output == before)
    }

    @Test func picturesAreSentWhereTheServerTakesThem() throws {
      let words = WordServer()
      let server = try LoopbackServer { words.reply($0) }
      defer { withExtendedLifetime(server) {} }
      try add(server, "--kind", "infinity", "--pictures", "item")
      let outcome = try indexed(by: server)
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(try purposes().contains("pictures"))
      let picture = try #require(
        try FileManager.default.contentsOfDirectory(atPath: shop.path + "/images").sorted().first)
      let answer = try served("image:\(shop.path)/images/\(picture)", "--mode", "dense")
      #expect(answer.status == 0, "\(answer.messages)")
      #expect(!answer.lines.isEmpty)
    }

    @Test func aMissingKeyAndDamagedCardsAreNamedAndTheOthersListed() throws {
      let words = WordServer()
      let server = try LoopbackServer { words.reply($0) }
      defer { withExtendedLifetime(server) {} }
      try add(server)
      let models = shop.folder.path("data/assay/models")
      try shop.folder.write("{\"format\": 1", to: "data/assay/models/broken-server/server.json")
      try shop.folder.write("{}", to: "data/assay/models/wrong-server/server.json")
      try shop.folder.write("not a card", to: "data/assay/models/broken/card.json")
      try shop.folder.write("{}", to: "data/assay/models/empty/card.json")
      try shop.folder.write("{}", to: "data/assay/models/index/card.json")
      var keyless = program
      keyless.changes["SERVER_KEY"] = ""
      let list = try keyless.run("model", "list")
      #expect(list.status == 0, "\(list.messages)")
      func line(_ name: String) -> String { list.lines.first { $0.hasPrefix(name + " ") } ?? "" }
      #expect(line("served").contains("the environment variable SERVER_KEY is not set"))
      #expect(line("broken-server").contains("damaged") && line("broken-server").contains("server.json"))
      #expect(line("wrong-server").contains("damaged") && line("wrong-server").contains("'wrong-server'"))
      #expect(line("broken").contains("broken/card.json: not a model card"))
      #expect(line("empty").contains("empty/card.json: not a model card"))
      #expect(line("index").contains("taken"))
      let info = try keyless.run("model", "info", "served")
      #expect(info.status == 3 && info.output.contains(server.url))
      #expect(info.messages.contains("SERVER_KEY is not set"))
      for name in ["broken-server", "wrong-server", "broken", "empty"] {
        #expect(try keyless.run("model", "info", name).status == 3)
        #expect(try keyless.run("model", "remove", name).status == 0)
        #expect(!FileManager.default.fileExists(atPath: models + "/" + name))
      }
      #expect(try keyless.run("doctor").output.contains("served@"))
      #expect(try keyless.run("model", "remove", "served").status == 0)
    }
  }
}

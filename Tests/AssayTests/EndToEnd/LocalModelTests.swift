import Embeddings
import Foundation
import Storage
import TestSupport
import Testing

@testable import assay

extension EndToEnd {
  /// Models that run here, from `assay model add` to a search.
  @Suite(.enabled(if: LocalModels.runtime != nil, LocalModels.runtimeAbsence)) struct LocalModelTests {
    private func program(_ home: TemporaryFolder) throws -> Program {
      try Program(LocalModels.environment(in: home))
    }

    @Test func aPairOfTowersIndexesTextsAndPicturesAndAnswersBoth() throws {
      let shop = try Shop.unindexed()
      let program = try program(shop.folder)
      try Data("no picture".utf8).write(to: shop.folder.url("shop/images/p0009.jpg"))
      let added = try program.run("model", "add", LocalModels.miniature("clip"), "--name", "pair")
      #expect(added.status == 0, "\(added.messages)")
      #expect(added.output.contains("32×32, shorter side to 32, bicubic"))
      #expect(try program.run("model", "info", "pair").output == added.output)
      let built = try program.run("index", shop.path, "--encoder", "pair")
      #expect(built.status == 0, "\(built.messages)")
      #expect(built.messages.contains("12 texts of") && built.messages.contains("11 pictures"))
      #expect(built.messages.contains("picture 'images/p0009.jpg'"))
      #expect(built.messages.contains("1 picture missing or broken"))
      let index = shop.path + "/.assay/pair"
      let dense = ["--mode", "dense", "--format", "trec", "--top", "12"]
      func items(_ arguments: [String]) throws -> [String] {
        let outcome = try program.run(["search", index] + arguments + dense)
        #expect(outcome.status == 0, "\(outcome.messages)")
        return outcome.lines.map { String($0.split(separator: " ")[2]) }
      }
      // A picture finds itself first; one that is broken has no vector and is never found by pictures alone.
      let found = try items(["image:\(shop.path)/images/p0020.jpg", "--text-share", "0"])
      #expect(found.first == "p0020")
      let shares = try ["0", "0.5", "1"].map { try items(["red mug", "--text-share", $0]) }
      #expect(Set(shares).count == 3, "the share of the text decides")
      #expect(try items(["like:p0020", "--text-share", "0"]).first == "p0020")
    }

    @Test func anIndexIsBuiltAgainOnlyForWhatChanged() throws {
      let shop = try Shop.unindexed()
      let program = try program(shop.folder)
      _ = try program.run("model", "add", LocalModels.miniature("siglip"), "--name", "pair")
      _ = try program.run("index", shop.path, "--encoder", "pair")
      #expect(try program.run("index", shop.path, "--encoder", "pair").messages.contains("up to date"))
      try FileManager.default.removeItem(at: shop.folder.url("shop/images/p0001.jpg"))
      try FileManager.default.copyItem(
        at: shop.folder.url("shop/images/p0002.jpg"), to: shop.folder.url("shop/images/p0001.jpg"))
      let again = try program.run("index", shop.path, "--encoder", "pair")
      #expect(again.messages.contains("vectors of 12 reused"), "the other picture was encoded before")
    }

    /// The quantised embedder of pictures that others trained.
    @Test(
      .enabled(if: SharedData.path("weights") != nil, "needs ../shared/data/weights beside the checkout"))
    func aModelOfPicturesOnlyAnswersPicturesAndRefusesWords() throws {
      let shop = try Shop.unindexed()
      let program = try program(shop.folder)
      let folder = try #require(SharedData.path("weights"))
      let added = try program.run("model", "add", folder, "--name", "eyes")
      #expect(added.status == 0, "\(added.messages)")
      #expect(added.output.contains("224×224, squashed, bilinear, levels 0…255, by the graph's own input"))
      #expect(added.output.contains("no texts"))
      let built = try program.run("index", shop.path, "--encoder", "eyes")
      #expect(built.status == 0 && built.messages.contains("12 pictures"), "\(built.messages)")
      let index = shop.path + "/.assay/eyes"
      let pictured = try program.run(
        "search", index, "image:\(shop.path)/images/p0043.jpg", "--mode", "dense", "--format", "trec")
      #expect(pictured.lines.first?.contains("p0043") == true, "\(pictured.messages)")
      let words = try program.run("search", index, "red mug", "--mode", "dense")
      #expect(words.status == 3)
      #expect(
        words.messages.contains("the model eyes encodes pictures only: search with image:FILE or like:ID"))
      let lexical = try program.run("search", index, "satin", "--mode", "lexical")
      #expect(lexical.status == 0 && !lexical.output.isEmpty)
    }

    @Test(.enabled(if: LocalModels.miniLM != nil, LocalModels.miniLMAbsence))
    func aRealModelFindsWhatIsMeant() throws {
      let shop = try Shop.unindexed()
      let program = try program(shop.folder)
      let store = try ModelStore(environment: LocalModels.environment(in: shop.folder))
      try store.add(LocalModels.miniLMCard())
      #expect(try program.run("model", "info", "minilm").output.contains("pictures      none"))
      let built = try program.run("index", shop.path, "--encoder", "minilm")
      #expect(built.status == 0 && built.messages.contains("12 texts of"), "\(built.messages)")
      let found = try program.run(
        "search", shop.path + "/.assay/minilm", "something to drink tea from", "--mode", "dense", "--format",
        "trec", "--top", "1")
      // None of these words is in its text.
      #expect(found.lines.first?.contains("p0001") == true, "\(found.output)\(found.messages)")
      let pictured = try program.run(
        "search", shop.path + "/.assay/minilm", "image:\(shop.path)/images/p0043.jpg", "--mode", "dense")
      #expect(pictured.status == 3)
      #expect(pictured.messages.contains("the model minilm encodes texts only, not pictures"))
    }
  }
}

import Embeddings
import Foundation
import Storage
import TestSupport
import Testing

@testable import assay

extension EndToEnd {
  @Suite struct ModelCommandTests {
    @Test func aBrokenFolderIsRefusedWithWhatIsWrongAndNothingIsKept() throws {
      let folder = try TemporaryFolder()
      try folder.makeFolder("model")
      let environment = ["XDG_DATA_HOME": folder.path("data")]
      let empty = try Program(environment).run("model", "add", folder.path("model"))
      #expect(empty.status == 3)
      #expect(empty.output.isEmpty)
      #expect(empty.messages.contains("an empty folder; download the files of the model into it"))
      try folder.write("{\"model_type\": \"t5\", \"architectures\": [\"T5Model\"]}", to: "model/config.json")
      let unknown = try Program(environment).run("model", "add", folder.path("model"))
      #expect(unknown.status == 3)
      #expect(unknown.messages.contains("config.json: T5Model is not among the families"))
      let list = try Program(environment).run("model", "list")
      #expect(list.status == 0)
      #expect(list.messages.contains("no model was added yet"))
    }

    @Test func unknownModelsAreNamedWithTheRemedy() throws {
      let folder = try TemporaryFolder()
      let environment = ["XDG_DATA_HOME": folder.path("data")]
      for command in [["model", "info", "mini"], ["model", "remove", "mini"]] {
        let outcome = try Program(environment).run(command)
        #expect(outcome.status == 3)
        #expect(outcome.messages.contains("the model 'mini': not found; add one with: assay model add"))
      }
      let shop = try Shop.unindexed()
      let outcome = try Program(environment).run("index", shop.path, "--encoder", "mini")
      #expect(outcome.status == 3)
      #expect(outcome.messages.contains("the model 'mini': not found"))
      #expect(!FileManager.default.fileExists(atPath: shop.path + "/.assay/mini"))
    }

    @Test func anIndexWhoseModelIsGoneSaysWhichAndHowToMendIt() throws {
      let shop = try Shop.unindexed()
      let index = shop.folder.path("index")
      try Indexing(settings: .current, isStrict: false, isQuiet: true)
        .run(shop.path, output: index, roles: RoleDeclaration(), encoder: NamedEncoder("mini@1234abcd"))
      let environment = ["XDG_DATA_HOME": shop.folder.path("data")]
      let outcome = try Program(environment).run("search", index, "cup")
      #expect(outcome.status == 3)
      #expect(outcome.messages.contains("the model 'mini' that made its vectors (mini@1234abcd): not found"))
      #expect(outcome.messages.contains("assay model add FOLDER --name mini"))
      let doctor = try Program(environment).run("doctor", index)
      #expect(doctor.output.contains("mend it with: add it with: assay model add FOLDER --name mini"))
    }
  }
}

/// The hashing encoder under the id of a model of the store.
private struct NamedEncoder: Encoder {
  let card: EncoderCard
  private let base = HashingEncoder()

  init(_ id: String) {
    card = EncoderCard(id: id, fingerprint: "f00d", dimensions: base.card.dimensions)
  }

  func encode(query: String) -> [Float] { base.encode(query: query) }
  func encode(item: ItemText) -> [Float] { base.encode(item: item) }
  func encode(picture: PixelImage) -> [Float] { base.encode(picture: picture) }
}

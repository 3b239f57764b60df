import Foundation
import Testing

@testable import Storage

@Suite struct ModelStoreTests {
  private static func card(_ name: String, of model: SampleModel) throws -> ModelCard {
    let inspection = try ModelInspection(model.path)
    return ModelCard(
      name: name, inspection: inspection, files: try inspection.digests(),
      opened: ModelCard.Opened(
        dimensions: 384, inputs: ["input_ids"], outputs: ["embedding"], pooling: nil, runtime: "test 1"))
  }

  @Test func aCardComesBackAsItWasStored() throws {
    let model = try SampleModel()
    let store = ModelStore(folder: model.folder("store"))
    #expect(try store.names() == [])
    var card = try Self.card("mini", of: model)
    card.lengths = .declared([64, 128])
    card.prompts = ModelPrompts(query: "Q: é\n", item: "")
    try store.add(card)
    #expect(try store.names() == ["mini"])
    #expect(try store.card("mini") == card)
    #expect(card.stops == [64, 128, 384])
  }

  @Test func theIdFollowsWhatDeterminesTheVectorsAndNothingElse() throws {
    let model = try SampleModel()
    let card = try Self.card("mini", of: model)
    #expect(card.id == "mini@" + card.fingerprint.prefix(8))
    var moved = card
    (moved.folder, moved.licence, moved.name) = ("/elsewhere", "other", "other")
    #expect(moved.fingerprint == card.fingerprint)
    let changes: [(inout ModelCard) -> Void] = [
      { $0.prompts.query = "query: " }, { $0.precision = .bf16 }, { $0.pooling = .first },
      { $0.maxTokens = 128 }, { $0.runtime = "test 2" }, { $0.outputs = ["pooler_output"] },
      { $0.lengths = .forced([64]) },
      { $0.files[0] = ModelFile(name: $0.files[0].name, bytes: 1, sha256: "00") },
    ]
    var prints: Set<String> = [card.fingerprint]
    for change in changes {
      var other = card
      change(&other)
      prints.insert(other.fingerprint)
    }
    #expect(prints.count == changes.count + 1)
  }

  @Test func filesAreHashed() throws {
    let folder = try ScratchFolder()
    try folder.write("a", "abc")
    let file = try ModelFile.read("a", in: folder.path)
    #expect(file.bytes == 3)
    #expect(file.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func aFileThatChangedIsNamed() throws {
    let model = try SampleModel()
    let store = ModelStore(folder: model.folder("store"))
    let card = try Self.card("mini", of: model)
    try store.add(card)
    try store.checkFiles(of: card)
    // Written again with the same bytes: nothing changed.
    try model.write("model.safetensors", SampleModel.safetensors())
    try store.checkFiles(of: card)
    var other = SampleModel.safetensors()
    other[other.count - 1] = 1
    try model.write("model.safetensors", other)
    let error = try #require(throws: StorageError.self) { try store.checkFiles(of: card) }
    #expect("\(error)".contains(model.path + "/model.safetensors: changed since the model mini was added"))
    try model.remove("model.safetensors")
    let gone = try #require(throws: StorageError.self) { try store.checkFiles(of: card) }
    #expect("\(gone)".contains("model.safetensors: not found; put it back"))
  }

  @Test func copiesGoWithTheModelAndOthersStay() throws {
    let model = try SampleModel()
    let store = ModelStore(folder: model.folder("store"))
    try store.add(try Self.card("linked", of: model))
    #expect(try !store.remove("linked"))
    #expect(FileManager.default.fileExists(atPath: model.path + "/model.safetensors"))

    try store.copy(try ModelInspection(model.path), as: "copied")
    let copied = try ModelInspection(store.filesFolder(of: "copied"))
    #expect(copied.licence == "apache-2.0")
    let card = ModelCard(
      name: "copied", inspection: copied, files: try copied.digests(),
      opened: ModelCard.Opened(dimensions: 384, inputs: [], outputs: [], pooling: nil, runtime: "test 1"))
    try store.add(card)
    try FileManager.default.removeItem(atPath: model.path)
    try store.checkFiles(of: card)
    #expect(try store.remove("copied"))
    #expect(try store.names() == [])
  }

  @Test func unknownAndImpossibleNamesAreRefused() throws {
    let model = try SampleModel()
    let store = ModelStore(folder: model.folder("store"))
    try store.add(try Self.card("mini", of: model))
    let error = try #require(throws: StorageError.self) { try store.card("maxi") }
    #expect("\(error)".contains("the model 'maxi': not found; added are mini"))
    for name in ["", "..", "a/b", "é", String(repeating: "a", count: 65)] {
      #expect(throws: StorageError.self) { try store.card(name) }
      #expect(throws: StorageError.self) { try store.remove(name) }
    }
  }

  @Test func damagedCardsAreRefused() throws {
    let model = try SampleModel()
    let store = ModelStore(folder: model.folder("store"))
    try store.add(try Self.card("mini", of: model))
    let path = model.folder("store/mini/card.json")
    let whole = try String(contentsOfFile: path, encoding: .utf8)
    for (text, part) in [
      (whole.replacing("\"card\": 2", with: "\"card\": 9"), "card format 9"),
      (whole.replacing("\"dimensions\": 384", with: "\"dimensions\": 0"), "damaged"),
      (String(whole.dropLast(30)), "not a model card"),
    ] {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      let error = try #require(throws: StorageError.self) { try store.card("mini") }
      #expect("\(error)".contains(part), "\(error)")
    }
  }
}

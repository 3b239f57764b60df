import Foundation
import TestSupport
import Testing

extension EndToEnd {
  @Suite struct IndexLifeTests {
    /// Every file of an index but its manifest, which counts generations.
    private func sections(_ index: String) throws -> [String: Data] {
      let names = try FileManager.default.contentsOfDirectory(atPath: index).filter { $0 != "manifest.json" }
      return try Dictionary(
        uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: URL(filePath: index + "/" + $0))) })
    }

    private func flip(_ path: String, at offset: Int) throws {
      var bytes = try Data(contentsOf: URL(filePath: path))
      bytes[offset] ^= 0x40
      try bytes.write(to: URL(filePath: path))
    }

    private func generation(_ index: String) throws -> Int? {
      let data = try Data(contentsOf: URL(filePath: index + "/manifest.json"))
      return (try JSONSerialization.jsonObject(with: data) as? [String: Any])?["generation"] as? Int
    }

    @Test func twoFreshBuildsAreTheSameToTheLastByte() throws {
      let (one, other) = (try Shop.copy(), try Shop.copy())
      for shop in [one, other] {
        #expect(try Program().run("index", "--fresh", shop.path).status == 0)
      }
      #expect(try sections(one.index) == sections(other.index))
      #expect(
        try Data(contentsOf: URL(filePath: one.index + "/manifest.json"))
          == Data(contentsOf: URL(filePath: other.index + "/manifest.json")))
    }

    @Test func anUnchangedCatalogueIsUpToDateUntilAskedForAFreshOne() throws {
      let shop = try Shop.copy()
      let manifest = try Data(contentsOf: URL(filePath: shop.index + "/manifest.json"))
      let again = try Program().run("index", shop.path)
      #expect(again.status == 0 && again.messages.contains("up to date: 12 items"), "\(again.messages)")
      #expect(try Data(contentsOf: URL(filePath: shop.index + "/manifest.json")) == manifest)
      let fresh = try Program().run("index", "--fresh", shop.path)
      #expect(fresh.messages.contains("indexed 12 items") && !fresh.messages.contains("reused"))
      #expect(try generation(shop.index) == 1)
    }

    @Test func onlyWhatChangedIsEncodedAndTheIndexIsAsIfMadeAfresh() throws {
      let shop = try Shop.copy()
      var lines = try String(contentsOfFile: shop.path + "/products.jsonl", encoding: .utf8)
        .split(separator: "\n").map(String.init)
      lines[1] = lines[1].replacing("\"title\": \"", with: "\"title\": \"Renewed ", maxReplacements: 1)
      lines.remove(at: 4)
      lines.insert(#"{"id": "added", "title": "Brass telescope"}"#, at: 0)
      lines.swapAt(2, 5)
      try lines.joined(separator: "\n").write(
        toFile: shop.path + "/products.jsonl", atomically: true, encoding: .utf8)
      // One picture changes its content and nothing else about its item.
      let pictures = try FileManager.default.contentsOfDirectory(atPath: shop.path + "/images").sorted()
      try FileManager.default.removeItem(atPath: shop.path + "/images/" + pictures[0])
      try FileManager.default.copyItem(
        atPath: shop.path + "/images/" + pictures[1], toPath: shop.path + "/images/" + pictures[0])
      let update = try Program().run("index", shop.path)
      #expect(update.messages.contains("1 added, 1 changed, 1 removed"), "\(update.messages)")
      #expect(try generation(shop.index) == 2)

      let afresh = Shop(folder: try TemporaryFolder())
      try FileManager.default.copyItem(atPath: shop.path, toPath: afresh.path)
      try FileManager.default.removeItem(atPath: afresh.index)
      #expect(try Program().run("index", afresh.path).status == 0)
      let (updated, fresh) = (try sections(shop.index), try sections(afresh.index))
      #expect(updated.keys.sorted() == fresh.keys.sorted())
      for (name, bytes) in fresh { #expect(updated[name] == bytes, "\(name)") }
    }

    @Test func vectorsOfADamagedIndexAreNotTakenOver() throws {
      let shop = try Shop.copy()
      let sound = try sections(shop.index)
      try flip(shop.index + "/text.f32", at: 700)
      let mended = try Program().run("index", shop.path)
      #expect(mended.status == 0 && mended.messages.contains("indexed 12 items"), "\(mended.messages)")
      #expect(try sections(shop.index) == sound)
    }

    @Test func otherRolesMakeAnotherIndex() throws {
      let shop = try Shop.copy()
      let other = try Program().run("index", shop.path, "--brand", "category")
      #expect(other.messages.contains("indexed 12 items"), "\(other.messages)")
    }

    @Test func theLanguageOfACatalogueDecidesWhichWordsAreOne() throws {
      let folder = try TemporaryFolder()
      try folder.write("{\"id\": \"a\", \"title\": \"Striped mugs\"}\n", to: "products.jsonl")
      #expect(try Program().run("index", folder.root.path).status == 0)
      func found() throws -> Int {
        try Program().run("search", folder.root.path, "mug", "--mode", "lexical", "--format", "json").lines
          .count
      }
      #expect(try found() == 1)
      try folder.write("language = \"none\"\n", to: "catalog.toml")
      let again = try Program().run("index", folder.root.path)
      #expect(again.messages.contains("indexed 1 item ") && again.messages.contains("vectors of 1 reused"))
      #expect(try found() == 0)
      #expect(try Program().run("doctor", folder.root.path).output.contains("language    none"))
      let unknown = try Program().run("index", folder.root.path, "--language", "klingon")
      #expect(unknown.status == 2 && unknown.messages.contains("known are none"), "\(unknown.messages)")
    }

    @Test func theDoctorTellsSizesAndSettingsAndThatAllIsWell() throws {
      let shop = try #require(Shop.indexed)
      let table = try Program().run("doctor", shop.path)
      #expect(table.status == 0, "\(table.messages)")
      for fact in [
        "text.i8", "items.sqlite", "assay-default-1", "16, 32, 64, 128, 256", "float32 1", "sound",
      ] {
        #expect(table.output.contains(fact), "\(fact): \(table.output)")
      }
      let json = try Program().run("doctor", shop.index, "--format", "json")
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      #expect(object["items"] as? Int == 12 && object["formatVersion"] as? Int == 2)
      #expect((object["findings"] as? [Any])?.isEmpty == true)
    }

    @Test func withoutAnIndexTheDoctorTellsWhatTheProgramIs() throws {
      let table = try Program().run("doctor")
      #expect(table.status == 0, "\(table.messages)")
      for fact in [
        "assay       0.", "vectors scanned by ", "assay-default-1", "16, 32, 64, 128, 256", "/assay\n",
        "libsqlite3.so.", "vectors     empty, ",
      ] {
        #expect(table.output.contains(fact), "\(fact): \(table.output)")
      }
      let program = try Program()
      try program.home.write("[one]\ncolumns = [\"dense:64\"]\n", to: ".config/assay/presets.toml")
      let places = try program.run("doctor").output
      let state = program.home.path(".local/state/assay")
      #expect(
        places.contains("state       \(state) (log, sessions, past queries, copies)\n"), "\(places)")
      let presets = program.home.path(".config/assay/presets.toml")
      #expect(places.contains("presets     1 saved, \(presets)\n"), "\(places)")
      let json = try Program().run("doctor", "--format", "json")
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      #expect(object["encoder"] as? String == "assay-default-1")
      #expect((object["findings"] as? [Any])?.isEmpty == true)
      let lost = try Program(["ASSAY_ASSETS": "/nowhere"]).run("doctor")
      #expect(lost.status == 3 && lost.output.contains("encoder     not found"), "\(lost.output)")
      #expect(lost.output.contains("point it at Assay's Assets folder"), "\(lost.output)")
    }

    @Test func inACataloguesFolderTheDoctorTellsHowItsIndexIs() throws {
      let shop = try Shop.copy()
      let well = try Program().run("doctor", in: shop.path)
      #expect(well.status == 0 && well.output.contains("vectors scanned by "), "\(well.messages)")
      #expect(well.output.contains("text.i8") && well.output.contains("every byte is as it was written"))
      let json = try Program().run("doctor", "--format", "json", in: shop.path)
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      #expect((object["indexExamination"] as? [String: Any])?["items"] as? Int == 12)
      try flip(shop.index + "/pictures.f32", at: 5000)
      let ill = try Program().run("doctor", in: shop.path)
      #expect(ill.status == 3 && ill.output.contains("damaged in bytes 0–12287"))
    }

    @Test func theDoctorNamesDamageByFileAndOffsetAndWhatMendsIt() throws {
      let shop = try Shop.copy()
      try flip(shop.index + "/pictures.f32", at: 5000)
      try "{}\n".write(toFile: shop.path + "/products.jsonl", atomically: true, encoding: .utf8)
      let outcome = try Program().run("doctor", shop.path)
      #expect(outcome.status == 3)
      #expect(
        outcome.output.contains("\(shop.index)/pictures.f32: damaged in bytes 0–12287: the checksum is wrong")
      )
      #expect(outcome.output.contains("products.jsonl changed since it was indexed"))
      #expect(outcome.output.contains("mend it with: assay index \(shop.path)\n"), "\(outcome.output)")
      #expect(try Program().run("doctor", shop.path + "/images").status == 3)
    }

    @Test func aFloodOfWarningsIsCutAndCounted() throws {
      let folder = try TemporaryFolder()
      let lines = (0..<30).map { #"{"id": "i\#($0)", "title": "Mug", "image": "gone\#($0).jpg"}"# }
      let bad = Array(repeating: "{", count: 14)
      let file = try folder.write((lines + bad).joined(separator: "\n"), to: "many.jsonl")
      let outcome = try Program().run("index", file)
      #expect(outcome.status == 0)
      #expect(outcome.messages.components(separatedBy: ": picture").count == 11, "\(outcome.messages)")
      #expect(outcome.messages.contains("warning: 20 more pictures"))
      #expect(outcome.messages.contains("warning: 4 more lines"))
      #expect(outcome.messages.contains("30 pictures missing or broken"))
    }

    @Test func picturesOnTheNetworkAreCounted() throws {
      let folder = try TemporaryFolder()
      let file = try folder.write(
        #"{"id": "a", "title": "Mug", "image": "https://shop.example/a.jpg"}"#, to: "far.jsonl")
      let outcome = try Program().run("index", file)
      #expect(
        outcome.messages.contains("1 picture on the network, not fetched"), "\(outcome.messages)")
    }
  }
}

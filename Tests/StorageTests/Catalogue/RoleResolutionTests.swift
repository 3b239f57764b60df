import Storage
import TestSupport
import Testing

@Suite struct RoleResolutionTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func resolve(
    _ line: String, flags: RoleDeclaration = RoleDeclaration(), toml: String? = nil
  ) throws -> RoleResolution {
    try folder.write("products.jsonl", line + "\n")
    if let toml { try folder.write("catalog.toml", toml) }
    return try RoleResolution(CatalogueLocation.find(folder.path), flags: flags)
  }

  @Test func guessesFromCommonNames() throws {
    let resolution = try resolve(
      #"{"Product_ID": 1, "Item Name": "a", "bullet_points": ["b"], "Manufacturer": "c", "image_url": "d", "ean": "5"}"#
    )
    #expect(resolution.isGuessed)
    #expect(
      resolution.roles
        == FieldRoles(
          id: "Product_ID", title: "Item Name", text: ["Item Name", "bullet_points", "Manufacturer"],
          brand: "Manufacturer", image: "image_url", identifiers: ["ean"]))
    #expect(
      resolution.roles.sentence
        == "id from Product_ID; title from Item Name; text from Item Name, bullet_points, Manufacturer; "
        + "brand from Manufacturer; image from image_url; identifiers from ean")
  }

  @Test func objectsNamedLikeTextAreText() throws {
    let roles = try resolve(
      #"{"id": "1", "title": {"en": "Mug", "de": "Becher"}, "description": {"en": "Red"}, "size": {"cm": 9}}"#
    ).roles
    #expect(roles.title == "title" && roles.text == ["title", "description"])
  }

  @Test func prefersTheBetterNameOverTheEarlierField() throws {
    let roles = try resolve(
      #"{"sku": "s", "id": "1", "image_url": "u", "image": "i", "name": "n", "title": "t"}"#
    ).roles
    #expect(roles.id == "id" && roles.image == "image" && roles.title == "title")
    #expect(roles.identifiers == ["sku"])
  }

  @Test func flagsComeBeforeSettingsBeforeGuesses() throws {
    var flags = RoleDeclaration()
    flags.id = "code"
    let toml =
      "[fields]\nid = 'id'\ntext = ['title', 'attributes']\nbrand = 'maker'\n[weights]\ntitle = 3\nmaker = 0.5\n"
    let roles = try resolve(
      #"{"id": 1, "code": "c", "title": "t", "maker": "m", "brand": "b", "attributes": {"a": "x", "b": "y"}}"#,
      flags: flags, toml: toml
    ).roles
    #expect(roles.id == "code" && roles.brand == "maker" && roles.title == "title")
    #expect(roles.text == ["title", "attributes"])
    #expect(roles.weights == ["title": 3, "maker": 0.5])
  }

  @Test func theFirstNamedTextIsTheTitleWhenTheGuessIsNotNamed() throws {
    var flags = RoleDeclaration()
    flags.text = ["headline_de", "description"]
    let roles = try resolve(
      #"{"id": 1, "title": "t", "headline_de": "h", "description": "d"}"#, flags: flags
    ).roles
    #expect(roles.title == "headline_de" && roles.text == ["headline_de", "description"])
  }

  @Test func knowsANameWithAUnitBehindIt() throws {
    let roles = try resolve(#"{"ID": 1, "Product name": "t", "Price (EUR)": 3, "Brand [maker]": "b"}"#).roles
    #expect(roles.price == "Price (EUR)" && roles.brand == "Brand [maker]" && roles.title == "Product name")
  }

  @Test func refusesMoreTextsThanAnIndexCanTellApart() throws {
    let names = (0..<256).map { "f\($0)" }
    let record = "{\"id\": 1, " + names.map { "\"\($0)\": \"x\"" }.joined(separator: ", ") + "}"
    var flags = RoleDeclaration()
    flags.text = names
    let error = try #require(throws: StorageError.self) { try resolve(record, flags: flags) }
    #expect("\(error)".contains("256 searched fields, and an index has at most 255; name fewer with --text"))
    flags.text = names.dropLast()
    #expect(try resolve(record, flags: flags).roles.text.count == 255)
  }

  @Test func refusesAFieldThatNoRecordHas() throws {
    var flags = RoleDeclaration()
    flags.image = "imgae"
    let error = try #require(throws: StorageError.self) {
      try resolve(#"{"id": 1, "title": "t", "image": "i"}"#, flags: flags)
    }
    #expect("\(error)".hasSuffix("no record has the field 'imgae'; the fields are id, title, image"))
  }

  @Test func saysWhatItCannotGuess() throws {
    let noID = try #require(throws: StorageError.self) { try resolve(#"{"foo": 1, "title": "t"}"#) }
    #expect("\(noID)".contains("name it with --id"))
    let noText = try #require(throws: StorageError.self) { try resolve(#"{"id": 1, "foo": "t"}"#) }
    #expect("\(noText)".contains("name it with --text"))
    let empty = try #require(throws: StorageError.self) { try resolve("") }
    #expect("\(empty)".hasSuffix("holds no items"))
    let broken = try #require(throws: StorageError.self) { try resolve("{") }
    #expect("\(broken)".contains("products.jsonl:1: not JSON"))
  }

  @Test(arguments: [
    ("[fields]\nid = 'id'\ntitel = 'x'\n", 3, "unknown key 'titel'"),
    ("nmae = 'x'\n", 1, "unknown key 'nmae'"),
    ("[fields]\n\ntext = 3\n", 3, "'text' must be a list of field names"),
    ("[weights]\ntitle = 'big'\n", 2, "'title' must be a weight"),
    ("[weights]\na = -1\n", 2, "'a' must be a weight"),
    ("name = 'x'\nlanguage = 'klingon'\n", 2, "unknown language 'klingon'; known are none, "),
    ("name = 'x'\n[fields\n", 2, ""), ("fields = 1\n", 1, "'fields' must be a table [fields]"),
    ("name = 'x'\n[\n", 2, "expected the name of a table after '['"),
    ("[!a]\n", 1, "expected the name of a table"),
    ("\n [[ \u{3}id]]\n", 2, "expected the name of a table"),
    ("[fields]\ntext = [\"title\", }\n", 2, "expected a value, found '}'"),
    ("[fields]\ntitle = 'a'\n[weights]\ntitle = 'big'\n", 4, "'title' must be a weight"),
  ])
  func namesTheBadLineOfTheSettings(toml: String, line: Int, reason: String) throws {
    let error = try #require(throws: StorageError.self) {
      try resolve(#"{"id": 1, "title": "t"}"#, toml: toml)
    }
    guard case .malformedLine(let path, let found, let said) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(path.hasSuffix("/catalog.toml"))
    #expect(found == line && said.hasPrefix(reason), "\(error)")
  }

  @Test func readsTheOtherSettings() throws {
    try folder.write(
      "catalog.toml",
      "name = 'Shop'\nitems = 'x.csv'\nqueries = 'q.tsv'\nqrels = 'j/t.qrels'\nlanguage = 'none'\n")
    let settings = try CatalogueSettings.read(folder: folder.path)
    #expect(settings.name == "Shop" && settings.items == "x.csv")
    #expect(settings.queries == "q.tsv" && settings.qrels == "j/t.qrels")
    #expect(settings.language == "none")
  }
}

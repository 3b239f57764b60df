import Relevance
import Testing

@testable import Storage

@Suite struct JudgingSettingsTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private func settings(_ toml: String) throws -> CatalogueSettings {
    try folder.write("catalog.toml", toml)
    return try CatalogueSettings.read(folder: folder.path)
  }

  @Test(arguments: Scale.presets) func aKnownScaleNeedsOnlyItsName(scale: Scale) throws {
    #expect(try settings("scale = \"\(scale.id)\"\n").scale == scale)
    #expect(try settings("[scale]\nid = \"\(scale.id)\"\n").scale == scale)
    #expect(try settings("name = \"x\"\n").scale == nil)
  }

  @Test func aScaleOfOnesOwn() throws {
    let toml = """
      guidelines = '''
      Would the shopper buy it?
      Look at the picture.
      '''
      [scale]
      id = "shop"
      names = ["never", "perhaps", "yes"]
      keys = ["n", "P", "y"]
      lowest = -1
      [scale.gains]
      steep = [0, 0.5, 10]
      """
    let settings = try settings(toml)
    #expect(
      settings.scale
        == Scale(
          id: "shop", lowest: -1, names: ["never", "perhaps", "yes"], letters: ["n", "p", "y"],
          gains: ["steep": [0, 0.5, 10]]))
    #expect(settings.guidelines == "Would the shopper buy it?\nLook at the picture.\n")
    #expect(
      try self.settings("[scale]\nid = \"s\"\nnames = [\"a\", \"b\"]\n").scale
        == Scale(id: "s", names: ["a", "b"]))
  }

  @Test func guidelinesMayBeAFile() throws {
    try folder.write("deep/how.md", "# Ü\n")
    #expect(try settings("guidelines_file = \"deep/how.md\"\n").guidelines == "# Ü\n")
  }

  @Test(arguments: [
    (
      "scale = \"0-9\"", 1,
      "unknown scale '0-9'; known are binary, 0-3, 0-4, esci, wands; another one needs [scale]"
    ),
    ("scale = 3", 1, "'scale' must be a table [scale]"),
    ("[fields]\nid = \"x\"\n[scale]\nid = \"mine\"", 4, "unknown scale 'mine'"),
    ("[scale]\nnames = [\"a\", \"b\"]", 1, "a scale needs an 'id'"),
    ("[scale]\nid = \"esci\"\nnames = [\"a\", \"b\"]", 2, "'esci' is a scale that everybody knows"),
    ("[scale]\nid = \"m\"\nnames = [\"a\"]", 3, "'names' must be two names or more"),
    ("[scale]\nid = \"m\"\nnames = [\"a\", 1]", 3, "'names' must be a list of texts in quotes"),
    (
      "[scale]\nid = \"m\"\nnames = [\"a\", \"b\"]\nkeys = [\"x\"]", 4,
      "'keys' must be one letter for each of the 2"
    ),
    ("[scale]\nid = \"m\"\nnames = [\"a\", \"b\"]\nkeys = [\"x\", \"X\"]", 4, "'keys' must be one letter"),
    ("[scale]\nid = \"m\"\nnames = [\"a\", \"b\"]\nkeys = [\"1\", \"0\"]", 4, "'keys' must be one letter"),
    ("[scale]\nid = \"m\"\nnames = [\"a\", \"b\"]\nlowest = 1.5", 4, "'lowest' must be the lowest grade"),
    (
      "[scale]\nid = \"m\"\nnames = [\"a\", \"b\"]\n[scale.gains]\nx = [1]", 5,
      "'x' must be 2 gains of 0 or more"
    ),
    (
      "[scale]\nid = \"m\"\nnames = [\"a\", \"b\"]\ncolour = 1", 4,
      "unknown key 'colour'; known are id, names"
    ),
    ("guidelines = 1", 1, "'guidelines' must be a text in quotes"),
    ("guidelines_file = \"../x\"", 1, "'guidelines_file' must be a file inside the catalogue's folder"),
    ("name = \"n\"\nguidelines_file = \"x.md\"", 2, "there is no file 'x.md' in this folder"),
    ("guidelines = \"a\"\nguidelines_file = \"catalog.toml\"", 2, "both 'guidelines' and 'guidelines_file'"),
  ])
  func saysWhatIsWrongAndWhere(toml: String, line: Int, reason: String) throws {
    let error = try #require(throws: StorageError.self) { try settings(toml + "\n") }
    #expect("\(error)".hasPrefix("\(folder("catalog.toml")):\(line): \(reason)"))
  }
}

import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct ConfigurationFileTests {
  private func problems(_ text: String) -> [String] {
    ConfigurationFile(parsing: text, path: "config.toml").problems.map(\.description)
  }

  @Test func readsEverySetting() {
    let file = ConfigurationFile(
      parsing: """
        theme = "dark"
        scale = 'esci'
        columns = "wide"
        fields = ["brand", "material"]
        images = "none"
        image-budget = 64
        history = false
        mouse = true
        open = ["firefox", "--new-tab", "{}"]
        export-dir = "/tmp"
        openvino = "/opt/openvino"

        [keys]
        next-query = ["n", "g n"]
        quit = []
        "previous-query" = "N"
        """, path: "config.toml")
    #expect(file.problems.isEmpty)
    #expect(file.entries.map(\.key) == ConfigurationKey.allCases)
    #expect(file.entries.map(\.line) == Array(1...11))
    #expect(file.entries[3].value == .texts(["brand", "material"]))
    #expect(file.entries[5].value == .count(64))
    #expect(file.keys.map(\.action) == ["next-query", "quit", "previous-query"])
    #expect(file.keys.map(\.sequences) == [["n", "g n"], [], ["N"]])
    #expect(file.keys.map(\.line) == [14, 15, 16])
  }

  @Test(
    arguments: [
      ("them = \"dark\"", "config.toml:1: unknown setting 'them'; did you mean 'theme'?"),
      ("\n\nimage_budget = 3", "config.toml:3: unknown setting 'image_budget'; did you mean 'image-budget'?"),
      ("image-budget = -1", "config.toml:1: 'image-budget' must be a whole number from 0"),
      ("mouse = \"yes\"", "config.toml:1: 'mouse' must be true or false"),
      ("theme = dark", "config.toml:1: "),
      ("[keys]\nquit = 3", "config.toml:2: the keys of 'quit' must be a text"),
      ("keys = 1", "config.toml:1: 'keys' must be a table"),
      ("fields = [1]", "config.toml:1: 'fields' must be a list of texts"),
      ("theme = \"dark\"\ntheme = \"light\"", "config.toml:2: 'theme' is given a second time"),
    ])
  func namesWhatIsWrongByItsLine(_ text: String, _ beginning: String) {
    let problems = problems(text)
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix(beginning) == true, "\(problems)")
  }

  @Test func oneMistakeHidesNoOther() {
    let file = ConfigurationFile(
      parsing: "colour = 1\ntheme = \"dark\"\nmouse = 3\nzzzzzz = 1\n", path: "c")
    #expect(file.problems.map(\.line) == [1, 3, 4])
    #expect(file.problems[2].reason.contains("known are theme, scale"))
    #expect(file.entries.map(\.key) == [.theme])
  }

  @Test func aFileThatIsNotThereOrCantBeReadSaysSo() throws {
    let folder = try TemporaryFolder()
    let missing = ConfigurationFile(reading: folder.path("none.toml"))
    #expect(!missing.exists && missing.problems.isEmpty)
    let isFolder = ConfigurationFile(reading: folder.root.path)
    #expect(isFolder.exists && isFolder.problems.count == 1)
    try AtomicFile.write([0xff, 0xfe], to: folder.path("binary.toml"))
    let binary = ConfigurationFile(reading: folder.path("binary.toml"))
    #expect(binary.problems.map(\.reason) == ["not valid UTF-8"])
  }

  @Test func whatIsShownCanBeReadAgain() throws {
    let values: [ConfigurationValue] = [
      .text("a \"quoted\" \\ \u{1} text"), .texts(["x", "y, z"]), .texts([]), .flag(true), .count(7),
    ]
    for value in values {
      let kind: ConfigurationKey.Kind =
        switch value {
        case .text: .text
        case .texts: .texts
        case .flag: .flag
        case .count: .count
        }
      let table = try TOMLTable(parsing: "key = " + value.toml)
      #expect(table["key"].flatMap { ConfigurationValue($0, as: kind) } == value)
    }
  }

  @Test(
    arguments: [
      ("on", .flag, .flag(true)), ("0", .flag, .flag(false)), ("maybe", .flag, nil),
      ("12", .count, .count(12)),
      ("-1", .count, nil), ("dark", .text, .text("dark")),
      ("brand, price", .texts, .texts(["brand", "price"])),
      ("firefox {}", .texts, .texts(["firefox", "{}"])),
    ] as [(String, ConfigurationKey.Kind, ConfigurationValue?)])
  func variablesAreRead(_ text: String, _ kind: ConfigurationKey.Kind, _ value: ConfigurationValue?) {
    #expect(ConfigurationValue(variable: text, as: kind) == value)
  }

  @Test func variablesAreNamedAfterTheirSettings() {
    #expect(ConfigurationKey.imageBudget.variable == "ASSAY_IMAGE_BUDGET")
    #expect(Set(ConfigurationKey.allCases.map(\.variable)).count == ConfigurationKey.allCases.count)
  }

  @Test func theCustomaryPlaceFollowsTheEnvironment() {
    #expect(ConfigurationFile.customaryPath(in: ["HOME": "/h"]) == "/h/.config/assay/config.toml")
    #expect(
      ConfigurationFile.customaryPath(in: ["HOME": "/h", "XDG_CONFIG_HOME": "/c"]) == "/c/assay/config.toml")
    #expect(ConfigurationFile.customaryPath(in: [:]) == nil)
  }

  @Test(
    arguments: [
      ("quti", "quit"), ("colums", "columns"), ("imagebudget", "image-budget"), ("xyz", nil),
      ("exp", "export-dir"),
      ("", nil),
    ] as [(String, String?)])
  func theNearestNameIsOffered(_ name: String, _ nearest: String?) {
    let names = ["quit", "columns", "image-budget", "export-dir"]
    #expect(NearestName.of(name, among: names) == nearest)
  }
}

import CursesBackend
import Explorer
import OpenVINOBackend
import Storage
import TerminalUI
import TestSupport
import Testing

@testable import assay

@Suite struct EffectiveConfigurationTests {
  private func read(
    _ text: String, environment: [String: String] = [:],
    commandLine: [ConfigurationKey: ConfigurationValue] = [:]
  ) throws -> EffectiveConfiguration {
    let folder = try TemporaryFolder()
    let file = ConfigurationFile(reading: try folder.write(text, to: "config.toml"))
    return EffectiveConfiguration(environment: environment, file: file, commandLine: commandLine)
  }

  @Test func theDefaultsHoldWhereNothingIsSaid() {
    let configuration = EffectiveConfiguration(environment: [:], file: nil)
    #expect(configuration.theme.value == .auto && configuration.theme.origin == .standard)
    #expect(configuration.history.value && !configuration.mouse.value)
    #expect(configuration.open.value == ["xdg-open", "{}"])
    #expect(configuration.keymap == .standard)
    #expect(configuration.complaint == nil)
  }

  @Test func commandLineBeatsEnvironmentBeatsFile() throws {
    let text = "theme = \"light\"\nimages = \"none\"\nmouse = true\n"
    let environment = ["ASSAY_THEME": "dark", "ASSAY_IMAGES": "blocks", "ASSAY_MOUSE": ""]
    let configuration = try read(
      text, environment: environment, commandLine: [.theme: .text("high-contrast")])
    #expect(configuration.theme.value == .highContrast && configuration.theme.origin == .commandLine)
    #expect(configuration.images.value == .blocks)
    #expect(configuration.images.origin == .environment(variable: "ASSAY_IMAGES"))
    // An empty variable says nothing.
    #expect(configuration.mouse.value)
    guard case .file(_, 3) = configuration.mouse.origin else {
      Issue.record("\(configuration.mouse.origin)")
      return
    }
    #expect(configuration.problems.isEmpty)
  }

  @Test func theFolderOfExportsIsTheFlagsElseTheEnvironmentsElseTheFiles() throws {
    let text = "export-dir = \"/file\"\n"
    let environment = ["ASSAY_EXPORT_DIR": "/environment"]
    let flag: [ConfigurationKey: ConfigurationValue] = [.exportDir: .text("/flag")]
    #expect(try read(text, environment: environment, commandLine: flag).exportFolder.value == "/flag")
    #expect(try read(text, environment: environment).exportFolder.value == "/environment")
    #expect(try read(text).exportFolder.value == "/file")
    #expect(try read("").exportFolder.value == ".")
  }

  @Test func theRuntimeIsLookedForWhereTheFileSaysUnlessAVariableDoes() throws {
    let folder = try TemporaryFolder()
    try folder.write("openvino = \"/opt/openvino\"\n", to: "assay/config.toml")
    let environment = ["XDG_CONFIG_HOME": folder.path(""), "XDG_DATA_HOME": "/data"]
    #expect(
      OpenVINORuntime.places(by: Settings(environment: environment)) == [
        "/opt/openvino", "/data/assay/runtime/openvino/libs",
      ])
    let named = environment.merging(["ASSAY_OPENVINO": "/here"]) { $1 }
    #expect(OpenVINORuntime.places(by: Settings(environment: named)) == ["/here"])
  }

  @Test func mistakesAreNamedInOrderAndTheNextBestValueHolds() throws {
    let configuration = try read(
      """
      theme = "drak"
      open = []
      imagse = "none"
      images = "none"
      [keys]
      explain = "n"
      next-quary = "n"
      quit = "hyper-q"
      grade = "a"
      """, environment: ["ASSAY_IMAGES": "some", "ASSAY_IMAGE_BUDGET": "much"])
    let problems = configuration.problems.map { "\($0.line ?? 0) \($0.reason)" }
    #expect(problems.count == 9, "\(problems)")
    #expect(configuration.problems.prefix(7).map(\.line) == [1, 2, 3, 6, 7, 8, 9])
    #expect(problems[0].hasSuffix("; did you mean 'dark'?"))
    #expect(problems[2].hasSuffix("unknown setting 'imagse'; did you mean 'images'?"))
    #expect(
      problems[3] == "6 'explain': n is also the key of 'note' in the results; give one of them another key")
    #expect(problems[4].hasSuffix("did you mean 'next-query'?"))
    #expect(problems[5].contains("'hyper-q' is no key"))
    #expect(configuration.problems.suffix(2).map(\.source) == ["$ASSAY_IMAGES", "$ASSAY_IMAGE_BUDGET"])
    #expect(configuration.theme.value == .auto)
    #expect(configuration.images.value == .none)
    #expect(configuration.open.value == ["xdg-open", "{}"])
    #expect(configuration.keymap == .standard)
    #expect(
      configuration.complaint?.hasPrefix("9 mistakes (assay config check): config.toml:1: 'theme' is 'drak'")
        == true)
  }

  @Test func whatIsOpenedComesLastWithoutAPlaceholder() throws {
    #expect(try read("open = \"firefox\"").open.value == ["firefox", "{}"])
    #expect(try read("open = [\"mpv\", \"--file={}\"]").open.value == ["mpv", "--file={}"])
  }

  @Test func whatIsShownIsAConfiguration() throws {
    let text = "theme = \"dark\"\nfields = [\"brand\"]\nimage-budget = 64\n"
    let configuration = try read(text)
    let shown = configuration.lines.map(\.assignment).joined(separator: "\n")
    let again = try read(shown)
    #expect(again.problems.isEmpty)
    #expect(again.lines.map(\.assignment) == configuration.lines.map(\.assignment))
    #expect(again.fields.value == ["brand"] && again.imageBudget.value == 64)
  }
}

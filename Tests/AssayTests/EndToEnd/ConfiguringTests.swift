import Foundation
import Glibc
import TestSupport
import Testing

extension EndToEnd {
  @Suite struct ConfiguringTests {
    private func shop() throws -> String { try #require(Shop.indexed).path }

    @Test func everyMistakeIsNamedByItsLine() throws {
      let program = try Program()
      #expect(try program.run("config", "check").output.contains("the defaults hold"))
      let path = try program.home.write(
        "theme = \"drak\"\n\n[keys]\nexplain = \"n\"\nnext-quary = \"]\"\n", to: ".config/assay/config.toml")
      let checked = try program.run("config", "check")
      #expect(checked.status == 1)
      #expect(checked.lines.map { String($0.dropFirst(path.count).prefix(3)) } == [":1:", ":4:", ":5:"])
      #expect(checked.lines.first?.contains("did you mean 'dark'?") == true)
      #expect(checked.messages.contains("3 mistakes"))
      let good = try program.home.write("theme = \"dark\"\n", to: "good.toml")
      #expect(try program.run("config", "check", good).status == 0)
      #expect(try program.run("config", "check", program.home.path("none.toml")).status == 3)
    }

    @Test func foldersAndProgramsThatAreNotThereAreNamedByTheirLines() throws {
      let program = try Program()
      let home = program.home
      func check(_ folder: String, _ open: String) throws -> (lines: [String], status: Int32) {
        try home.write(
          "theme = \"dark\"\nexport-dir = \"\(folder)\"\nopen = [\"\(open)\", \"{}\"]\n",
          to: ".config/assay/config.toml")
        let outcome = try program.run("config", "check")
        return (outcome.lines, outcome.status)
      }
      let fine = try check(home.path("exports"), "/bin/sh")
      #expect(fine.status == 0, "the folder is made by an export: \(fine.lines)")
      #expect(try check(home.path("no/where"), "sh").status == 0, "so are those above it")
      let file = try home.write("x", to: "file")
      let lost = try check(home.path("file/below"), "no-such-program")
      #expect(lost.status == 1 && lost.lines.count == 2)
      let reason =
        "'export-dir' is \(home.path("file/below")), which can't be made: \(file) is a file, not a folder"
      #expect(lost.lines.first?.hasSuffix("config.toml:2: " + reason) == true)
      #expect(
        lost.lines.last?.hasSuffix(
          "config.toml:3: 'open' starts no-such-program, which no folder of $PATH has") == true)
      #expect(try check(file, file).lines.map { $0.contains("which is ") } == [true, true])
    }

    @Test func namesThatTheCatalogueHasNotAreNamedByTheirLines() throws {
      let program = try Program()
      let path = try program.home.write(
        "fields = [\"brand\", \"pirce\"]\nscale = \"escy\"\ncolumns = \"gone\"\n",
        to: ".config/assay/config.toml")
      #expect(try program.run("config", "check").status == 0, "nothing is known of catalogues")
      let checked = try program.run("config", "check", shop())
      #expect(checked.status == 1, "\(checked.output)\(checked.messages)")
      #expect(checked.lines.map { String($0.dropFirst(path.count).prefix(3)) } == [":1:", ":2:", ":3:"])
      #expect(checked.output.contains("'pirce'") && checked.output.contains("did you mean 'price'?"))
      #expect(checked.output.contains("did you mean 'esci'?") && checked.output.contains("'gone'"))
      try program.home.write(
        "[gone]\ncolumns = [\"dense:64\"]\n", to: ".config/assay/presets.toml")
      let good = try program.home.write(
        "fields = [\"brand\", \"price\"]\nscale = \"esci\"\ncolumns = \"gone\"\n", to: "good.toml")
      let fine = try program.run("config", "check", shop(), good)
      #expect(fine.status == 0, "\(fine.output)\(fine.messages)")
      #expect(try program.run("config", "check", good, good).status == 2)
      let part = try program.home.write("fields = \"colour\"\n", to: "part.toml")
      let nested = try program.run("config", "check", shop(), part)
      #expect(nested.output.contains("did you mean 'attributes.color'?"), "\(nested.output)")
    }

    @Test func fieldsThatNoItemHasAreANotice() throws {
      let program = try Program()
      try program.home.write("fields = \"colour\"\n", to: ".config/assay/config.toml")
      try program.explore(shop(), "--images", "none") { session in
        try session.wait(for: "the notice") { $0.lines[29].contains("'fields' names 'colour'") }
      }
    }

    @Test func whatIsInForceIsShownWithItsOrigin() throws {
      let program = try Program(["ASSAY_IMAGES": "none"])
      try program.home.write(
        "theme = \"light\"\n[keys]\nexplain = \"ctrl-e\"\n", to: ".config/assay/config.toml")
      let shown = try program.run("config", "show")
      #expect(shown.status == 0)
      #expect(shown.lines.contains { $0.hasPrefix("theme = \"light\" ") && $0.hasSuffix("config.toml:1") })
      #expect(shown.lines.contains { $0.hasPrefix("images = \"none\" ") && $0.hasSuffix("# $ASSAY_IMAGES") })
      #expect(shown.lines.contains { $0.hasPrefix("mouse = false ") && $0.hasSuffix("# default") })
      let keys = try program.run("config", "keys")
      #expect(keys.lines.contains { $0.hasPrefix("explain ") && $0.contains("ctrl-e") && $0.hasSuffix(":3") })
      #expect(keys.lines.contains { $0.hasPrefix("copy-id ") && $0.contains("y i") })
    }

    @Test func aBadConfigurationStartsWithANoticeAndTheRestOfIt() throws {
      let program = try Program()
      try program.home.write(
        "colour = 3\nimages = \"none\"\n[keys]\nexplain = \"ctrl-e\"\n", to: ".config/assay/config.toml")
      try program.explore(shop()) { session in
        try session.wait(for: "the notice") { $0.lines[29].contains("config.toml:1: unknown setting") }
        session.type("umbrella\r")
        try session.wait(for: "answers") { $0.hasAnswers }
        session.type("\u{5}")
        try session.waitFor("score:")
        session.type("q")
        #expect(try session.end() == 0)
        #expect(session.glass.text.contains("assay config check"))
      }
    }

    @Test func columnsThatAreNotSavedAreANoticeFromTheFileAndAnErrorFromTheCommandLine() throws {
      let program = try Program()
      try program.home.write("columns = \"gone\"\nscale = \"0-9\"\n", to: ".config/assay/config.toml")
      try program.explore(shop(), "--images", "none") { session in
        try session.wait(for: "the notice") { $0.lines[29].contains("there is no scale '0-9'") }
        session.type("\u{3}")
        #expect(try session.end() == 0)
        #expect(session.glass.text.contains("'gone'"), "\(session.glass.text)")
      }
      try program.explore(shop(), "--images", "none", "--preset", "lost") { session in
        let status = try session.end()
        #expect(status == 2)
        #expect(session.glass.text.contains("called 'lost'"), "\(session.glass.text)")
      }
    }

    @Test func theNextSessionGoesOnWhereThisOneEnded() throws {
      let program = try Program()
      var left = ""
      try program.explore(shop(), "--images", "none") { session in
        session.type("striped\r")
        try session.wait(for: "answers") { $0.hasAnswers && $0.text.contains("2/3") }
        session.type("j--")
        left = try session.settledText { $0.hasAnswers && $0.text.contains("dense 64") }
        // As when the link drops.
        session.send(SIGHUP)
        #expect(try session.end() == 0)
      }
      try program.explore(shop(), "--images", "none") { session in
        try session.wait(for: left) { $0.withoutTimes == left }
        session.type("q")
        #expect(try session.end() == 0)
      }
      try program.explore(shop(), "--images", "none", "--fresh") { session in
        try session.waitFor("type to search 12 items")
        #expect(session.glass.text.contains("dense 256"))
      }
      try program.explore(shop(), "--images", "none", "--query", "umbrella") { session in
        try session.wait(for: "answers") { $0.hasAnswers && $0.lines[0].contains("umbrella") }
        #expect(session.glass.text.contains("dense 256"))
      }
    }

    @Test func aDamagedSessionIsNoReasonNotToStart() throws {
      let program = try Program()
      try program.explore(shop(), "--images", "none", "--query", "umbrella") { session in
        try session.wait(for: "answers") { $0.hasAnswers }
        session.type("\u{3}")
        #expect(try session.end() == 0)
      }
      let folder = program.home.path(".local/state/assay/sessions")
      let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
      for text in ["", "{", "{\"version\": 99}", "{\"version\": 1}", "[]"] {
        try program.home.write(text, to: ".local/state/assay/sessions/" + name)
        try program.explore(shop(), "--images", "none") { session in
          try session.waitFor("type to search 12 items")
          session.type("\u{3}")
          #expect(try session.end() == 0)
        }
        // What a newer program kept is not this one's to replace.
        let kept = try program.home.read(".local/state/assay/sessions/" + name)
        #expect((kept == text) == text.contains("99"))
      }
    }

    @Test func whatIsCopiedReachesTheTerminalAndAFile() throws {
      let program = try Program()
      try program.explore(shop(), "--images", "none", "--query", "striped") { session in
        try session.goToAnswers()
        session.type("yq")
        try session.waitFor("copied the query")
        #expect(session.written.contains("\u{1b}]52;c;c3RyaXBlZA==\u{7}"))
        #expect(try program.home.read(".local/state/assay/copied.txt") == "striped\n")
      }
    }

    @Test func anItemIsOpenedByTheConfiguredCommand() throws {
      let program = try Program()
      let seen = program.home.path("seen")
      try program.home.write(
        "open = [\"/bin/sh\", \"-c\", \"printf %s \\\"$1\\\" > '\(seen)'\", \"sh\", \"{}\"]\n",
        to: ".config/assay/config.toml")
      try program.explore(shop(), "--images", "none", "--query", "umbrella") { session in
        try session.goToAnswers()
        session.type("O")
        try session.waitFor("opening ")
        try AssayTests.wait(for: "the opened file") { (try? program.home.read("seen"))?.isEmpty == false }
        let target = try program.home.read("seen")
        #expect(target.hasPrefix("/") && FileManager.default.fileExists(atPath: target))
      }
      try program.home.write("open = \"no-such-program\"\n", to: ".config/assay/config.toml")
      try program.explore(shop(), "--images", "none", "--query", "umbrella") { session in
        try session.goToAnswers()
        session.type("O")
        try session.waitFor("no-such-program was not found")
      }
    }

    @Test func aComparisonIsExported() throws {
      let program = try Program()
      let folder = program.home.path("reports")
      try program.explore(shop(), "--images", "none", "--query", "striped", "--export-dir", folder) {
        session in
        try session.goToAnswers()
        session.type("eh")
        try session.waitFor("exported assay-shop-striped-")
        session.type("em")
        try session.waitFor(".md and .png")
        try AssayTests.wait(for: "the Markdown") {
          (try? FileManager.default.contentsOfDirectory(atPath: folder))?.contains { $0.hasSuffix(".md") }
            == true
        }
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(Set(names.compactMap { $0.split(separator: ".").last }) == ["html", "md", "png"])
      #expect(names.allSatisfy { $0.hasPrefix("assay-shop-striped-") })
      // Every item of both columns is on the sheet, with two lines under its picture.
      let sheet = try Data(
        contentsOf: program.home.url("reports/" + (names.first { $0.hasSuffix(".png") } ?? "")))
      let extent = [16, 20].map { at in sheet[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
      #expect(extent == [2 * 168 + 8, 21 + 12 * (160 + 26 + 8) + 8])
      let page = try program.home.read("reports/" + (names.first { $0.hasSuffix(".html") } ?? ""))
      #expect(page.contains("<h1>striped</h1>") && page.contains("data:image/png;base64,iVBOR"))
      #expect(!page.contains("src=\"http") && !page.contains("<script"))
      // Nothing was graded here, and the shop's reference judgments are told as such.
      #expect(page.contains("<th>grade</th><th>reference</th></tr>"))
      #expect(page.contains("<td>not judged</td><td>3 exact</td>"))
      #expect(page.contains("--mode hybrid") && page.contains("-- striped"))
      // The command that stands in the report prints what the report says.
      let command = try #require(page.firstMatch(of: /<pre>(assay search [^<]*)<\/pre>/)?.1)
      let words = command.split(separator: " ").dropFirst().map { $0.replacing("&#39;", with: "") }
      let printed = try program.run(words.map { String($0) })
      #expect(printed.status == 0)
      let score = try #require(page.firstMatch(of: /<td class="n">([0-9.]+)<\/td>/)?.1)
      let value = try #require(Double(score))
      #expect(printed.output.contains(String(format: " %.4f ", value)), "\(printed.output)")
    }

    @Test func theMouseWorksWhenItIsAskedFor() throws {
      let program = try Program()
      try program.explore(shop(), "--images", "none", "--query", "striped", "--mouse") { session in
        try session.wait(for: "answers") { $0.hasAnswers }
        #expect(session.written.contains("\u{1b}[?1002h\u{1b}[?1006h"))
        session.type("\u{1b}[<0;5;6M\u{1b}[<0;5;6m\u{1b}[<0;5;6M\u{1b}[<0;5;6m")
        try session.waitFor("description")
        session.type("\u{3}")
        #expect(try session.end() == 0)
        #expect(session.written.contains("\u{1b}[?1006l\u{1b}[?1002l"))
      }
      try program.explore(shop(), "--images", "none", "--fresh") { session in
        try session.waitFor("type to search 12 items")
        #expect(!session.written.contains("\u{1b}[?1002h"))
      }
    }
  }
}

import Foundation
import Glibc
import TestSupport
import Testing

extension EndToEnd {
  @Suite struct TerminalMannersTests {
    private func shop() throws -> String { try #require(Shop.indexed).path }

    @Test(arguments: ["\u{1b}q", "\u{3}", "TERM", "HUP", "ABRT"])
    func theTerminalIsGivenBackAsItWas(_ way: String) throws {
      try Program().explore(shop()) { session in
        try session.waitFor("Arlo Blue Satin Dress")
        #expect(!session.hasFormerModes)
        switch way {
        case "TERM": session.send(SIGTERM)
        case "HUP": session.send(SIGHUP)
        case "ABRT": session.send(SIGABRT)
        default: for key in way { session.press(key) }
        }
        #expect(try session.end() == (way == "ABRT" ? -SIGABRT : 0))
        #expect(session.hasFormerModes)
        let glass = session.glass
        #expect(!glass.isAlternate && glass.isCursorVisible && !glass.bracketsPastes)
      }
    }

    @Test func whatIsExportedWhileLeavingIsWrittenAndNamed() throws {
      let program = try Program()
      let folder = program.home.path("reports")
      let set = program.home.path("set")
      try program.home.write("export-dir = \"\(set)\"\n", to: ".config/assay/config.toml")
      try program.explore(shop(), "--images", "none", "--query", "striped", "--export-dir", folder) {
        session in
        try session.goToAnswers()
        session.type("ehehq")
        #expect(try session.end() == 0)
        #expect(session.written.contains("exported "))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
      #expect(!FileManager.default.fileExists(atPath: set), "a flag comes before the configuration")
    }

    @Test func suspendedTheShellHasTheTerminalAndForegroundBringsItBack() throws {
      let script = #""$0" explore "$1" --images none; echo "stopped $?"; read answer; fg; echo "left $?""#
      let program = try Program()
      try TerminalSession.open(
        ["/bin/bash", "-m", "-c", script, Program.executable, shop()], environment: program.environment
      ) { session in
        session.type("umbrella")
        let before = try session.settledText { $0.hasAnswers }
        session.type("\u{1a}")
        try session.waitFor("stopped 148")
        let stopped = session.glass
        #expect(!stopped.isAlternate && stopped.isCursorVisible && !stopped.bracketsPastes)
        #expect(session.hasFormerModes)
        // It may never be woken again.
        let kept = try FileManager.default.contentsOfDirectory(
          atPath: program.home.path(".local/state/assay/sessions"))
        #expect(kept.count == 1)
        session.type("\n")
        try session.wait(for: "the screen as it was") { $0.withoutTimes == before }
        #expect(session.glass.isAlternate && session.glass.bracketsPastes)
        session.type("s")
        try session.wait(for: "a key") { $0.lines[0].contains("umbrellas") }
        session.type("\u{3}")
        try session.waitFor("left 0")
        #expect(session.hasFormerModes)
      }
    }

    @Test func whereNothingCanBeShownASentenceComesBeforeAnyWork() throws {
      let shop = try Shop.unindexed()
      for (type, columns, rows, words) in [
        ("dumb", 80, 24, ["dumb", "TERM"]), ("xterm-256color", 30, 8, ["30×8", "40×10"]),
        ("", 80, 24, ["TERM is not set"]), ("no-such-terminal", 80, 24, ["no-such-terminal"]),
      ] {
        try Program(["TERM": type]).explore(shop.path, columns: columns, rows: rows) { session in
          let status = try session.end()
          #expect(status == 2)
          // The sentence itself, wherever the window wraps it, and no instruction to the terminal.
          let sentence = session.written.replacing("\r\n", with: "")
          for word in words { #expect(sentence.contains(word), "\(sentence)") }
          #expect(!sentence.contains("\u{1b}"))
        }
      }
      let piped = try Program().run("explore", shop.path)
      #expect(piped.status == 2)
      #expect(piped.output == "")
      #expect(piped.messages.contains("is not a terminal"))
      #expect(!FileManager.default.fileExists(atPath: shop.path + "/.assay"))
    }

    @Test func aWindowThatIsTooSmallSaysSoAndRecovers() throws {
      try Program().explore(shop(), "--images", "none") { session in
        session.type("umbrella")
        let before = try session.settledText { $0.hasAnswers }
        session.resize(columns: 30, rows: 8)
        try session.wait(for: "a notice") { $0.text.contains("30×8") }
        session.resize(columns: 100, rows: 30)
        try session.wait(for: "the screen as it was") { $0.withoutTimes == before }
        session.resize(columns: 200, rows: 60)
        try session.wait(for: "a larger screen") { $0.lines[59].contains("judged") }
      }
    }

    @Test func aStormOfSizesWhileTypingEndsInTheScreenOfTheLast() throws {
      // Under the heads, where durations of other widths move their neighbours.
      let rows = { (text: String) in text.split(separator: "\n").dropFirst(2).joined(separator: "\n") }
      var expected = ""
      try Program().explore(shop(), "--images", "blocks", columns: 120, rows: 36) { session in
        session.type("striped shirt")
        expected = rows(
          try session.settledText { $0.hasAnswers && $0.lines[0].contains("striped shirt") })
      }
      try Program().explore(shop(), "--images", "blocks") { session in
        var random = SeededGenerator(seed: 7)
        for letter in "striped shirt" {
          session.type(String(letter))
          for _ in 0..<12 {
            session.resize(
              columns: Int.random(in: 20...200, using: &random), rows: Int.random(in: 4...60, using: &random))
          }
        }
        session.resize(columns: 120, rows: 36)
        try session.wait(for: expected) { rows($0.withoutTimes) == expected }
      }
    }

    @Test func pastedTextIsTextAndNeverCommands() throws {
      try Program().explore(shop()) { session in
        try session.waitFor("Arlo Blue Satin Dress")
        session.type("\u{1b}[200~blue\nsatin\u{1b}[201~")
        try session.wait(for: "the pasted query") { $0.lines[0].contains("blue satin") && $0.hasAnswers }
        session.type("\r")
        session.type("\u{1b}[200~q3\u{1b}\u{3}\u{1b}]52;c;UFdORUQ=\u{7}\u{1b}[201~")
        try session.wait(for: "another query") {
          $0.lines[0].contains("q3") && !$0.lines[0].contains("satin")
        }
        #expect(!session.written.contains("\u{1b}]52;"))
        session.type("x")
        try session.wait(for: "a key after it") { $0.lines[0].contains("x") }
      }
    }

    @Test func anAnswerThatComesLateIsNoKey() throws {
      try Program().explore(shop()) { session in
        try AssayTests.wait(for: "the question") { session.written.contains("\u{1b}[c") }
        // Longer than the program waits for answers: that is what this is about.
        usleep(700_000)
        for piece in ["\u{1b}", "[?62;1", ";4;22c"] {
          session.type(piece)
          usleep(10_000)
        }
        session.type("lamp")
        try session.wait(for: "what was typed and nothing else") {
          $0.lines[0].hasPrefix(" explore › lamp ") && $0.hasAnswers
        }
      }
    }

    @Test func aTerminalThatSpeaksSixelGetsPicturesOnceAndAfterTheText() throws {
      try Program().explore(shop(), columns: 120, rows: 36) { session in
        try AssayTests.wait(for: "the question") { session.written.contains("\u{1b}[c") }
        session.type("\u{1b}[?1;0;256S\u{1b}[6;20;10t\u{1b}[?80;2$y\u{1b}[?62;4;22c")
        let start = "\u{1b}P"
        // Ten rows in each of two columns.
        try AssayTests.wait(for: "pictures") { session.written.ranges(of: start).count == 20 }
        let text = try #require(session.written.firstRange(of: "Arlo Blue Satin Dress"))
        let picture = try #require(session.written.firstRange(of: start))
        #expect(text.upperBound < picture.lowerBound)
        // A move of the cursor repaints no picture.
        let before = session.bytes.count
        session.type("\rj")
        try session.wait(for: "the cursor on the second row") {
          $0.text.contains("▌") && session.bytes.count > before
        }
        #expect(session.written.ranges(of: start).count == 20)
        #expect(session.bytes.count - before <= 8 << 10)
        session.type("q")
        #expect(try session.end() == 0)
      }
    }

    @Test func noColourMeansNone() throws {
      let colour = /\u{1b}\[[0-9;:]*m/
      for (value, isColourless) in [("1", true), ("", false)] {
        try Program(["NO_COLOR": value]).explore(shop(), "--query", "striped") { session in
          try session.wait(for: "answers") { $0.hasAnswers }
          session.type("\rjv3")
          try session.waitFor("judged")
          session.type("\u{3}")
          #expect(try session.end() == 0)
          let numbers = session.written.matches(of: colour).flatMap { match in
            match.output.dropFirst(2).dropLast().split { $0 == ";" || $0 == ":" }.compactMap { Int($0) }
          }
          let colours = numbers.filter { (30...38).contains($0) || (40...48).contains($0) || $0 >= 90 }
          #expect(colours.isEmpty == isColourless, "\(colours)")
        }
      }
    }

    @Test(arguments: ["C", "POSIX", "", "xx_YY.UTF-8"])
    func anyLocaleWorks(_ locale: String) throws {
      try Program(["LC_ALL": locale]).explore(shop(), "--query", "lumière") { session in
        try session.wait(for: "answers") { $0.hasAnswers && $0.text.contains("Lumi") }
        #expect(session.glass.lines[0].contains("lumi"))
        session.type("\r3")
        try session.waitFor("saved")
        session.type("uq")
        #expect(try session.end() == 0)
      }
    }
  }
}

extension TerminalSession {
  /// Presses one key; Escape is left alone long enough to be one.
  fileprivate func press(_ key: Character) {
    type(String(key))
    guard key == "\u{1b}" else { return }
    // What follows within the escape delay would be a sequence.
    usleep(200_000)
  }
}

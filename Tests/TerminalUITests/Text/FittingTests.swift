import TerminalUI
import TestSupport
import Testing

@Suite struct FittingTests {
  @Test(arguments: [
    ("enamel mug", 10, Fitting.Cut.anywhere, "enamel mug"), ("enamel mug", 9, .anywhere, "enamel m…"),
    ("enamel mug", 9, .atWord, "enamel…"), ("enamelledmug", 9, .atWord, "enamelle…"),
    ("enamel mug", 8, .atWord, "enamel…"),
    ("a mug, red", 7, .atWord, "a mug…"), ("a/b/journal.jsonl", 9, .atFront, "…al.jsonl"),
    ("桜模様", 4, .anywhere, "桜…"),
    ("桜模様", 5, .anywhere, "桜模…"), ("mug", 1, .anywhere, "…"), ("mug", 0, .anywhere, ""),
  ])
  func truncates(text: String, columns: Int, cut: Fitting.Cut, result: String) {
    #expect(Fitting.truncate(text, columns: columns, cut: cut) == result)
  }

  @Test(arguments: [
    ("a wide red stripe", 8, Int.max, ["a wide", "red", "stripe"]),
    ("incomprehensible", 6, .max, ["incomp", "rehens", "ible"]),
    ("a wide red stripe around", 8, 2, ["a wide", "red str…"]), ("桜模様の", 5, .max, ["桜模", "様の"]),
    ("", 5, .max, []),
    ("桜", 1, .max, ["桜"]),
  ])
  func wraps(text: String, columns: Int, maxLines: Int, lines: [String]) {
    #expect(Fitting.wrap(text, columns: columns, maxLines: maxLines) == lines)
  }

  @Test func neverExceedsTheRoom() {
    var generator = SeededGenerator(seed: 5)
    let words = ["mug", "桜模様", "cre\u{300}me", "👨‍👩‍👧", "a", "incomprehensible", "\u{1B}[2J"]
    for round in 0..<500 {
      let text = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
        words.randomElement(using: &generator) ?? ""
      }
      .joined(separator: " ")
      let columns = Int.random(in: 2...30, using: &generator)
      for cut in [Fitting.Cut.anywhere, .atWord, .atFront] {
        #expect(
          DisplayWidth.of(Fitting.truncate(text, columns: columns, cut: cut)) <= columns, "round \(round)")
      }
      let lines = Fitting.wrap(text, columns: columns)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= columns }, "round \(round)")
      let kept = lines.joined().filter { $0 != " " }
      #expect(
        kept == Glyph.safe(text).map(\.text).joined().filter { $0 != " " },
        "round \(round): wrapping loses nothing")
    }
  }
}

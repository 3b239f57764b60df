import Foundation
import TestSupport
import Testing

extension EndToEnd {
  @Suite struct HostileCatalogueTests {
    /// What must never reach a terminal, each with a word of its own.
    private static let attacks = [
      "\u{1b}]52;c;UFdORUQ=\u{7}", "\u{1b}]0;PWNED\u{1b}\\", "\u{1b}[31;7mPWNED", "\u{1b}[2J\u{1b}[H",
      "\u{1b}P0;1|PWNED\u{1b}\\", "\u{9b}31mPWNED", "\u{9d}52;c;UFdORUQ=\u{9c}", "\u{90}PWNED\u{9c}",
      "\u{202e}DENWP", "\u{2066}PWNED\u{2069}", "\u{200f}", "a\nb\tc\0d", "\u{1b}", "\u{1b}[",
      "\u{85}\u{7f}\u{8}",
      "\u{feff}\u{ad}\u{2028}\u{e0041}",
    ]

    /// A catalogue in which everything that can hold text holds all of it, and a secret picture above it.
    private func catalogue() throws -> TemporaryFolder {
      let folder = try TemporaryFolder()
      let secret = Shop.original.path + "/images/p0006.jpg"
      try folder.makeFolder("evil \u{1b}[31mshop/images")
      try FileManager.default.copyItem(atPath: secret, toPath: folder.path("secret.jpg"))
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("evil \u{1b}[31mshop/images/link.jpg"),
        withDestinationPath: folder.path("secret.jpg"))
      let pictures = ["../secret.jpg", folder.path("secret.jpg"), "images/link.jpg", "../../etc/passwd"]
      let lines = try Self.attacks.enumerated().map { index, attack in
        let item = [
          "id": "i\(index)\(attack)", "title": "umbrella \(attack) \(index)", "brand": attack + "Acme",
          "category": "x\(attack)", "description": "blue \(attack)\(attack) satin", "price": "1\(attack)",
          "sku": "s\(index)\(attack)", "image": pictures[index % pictures.count],
          "extra\(attack)": attack + "v",
        ]
        return String(decoding: try JSONSerialization.data(withJSONObject: item), as: UTF8.self)
      }
      try folder.write(lines.joined(separator: "\n") + "\n", to: "evil \u{1b}[31mshop/products.jsonl")
      try folder.write(
        "h1\tumbrella\u{1b}[31mPWNED \u{9b}7m \u{202e}x\tki\u{1b}]0;PWNED\u{7}nd\n",
        to: "evil \u{1b}[31mshop/queries.tsv")
      return folder
    }

    private func expectHarmless(_ bytes: String, sourceLocation: SourceLocation = #_sourceLocation) {
      let scalars = bytes.unicodeScalars
      for word in ["\u{1b}]", "\u{1b}P", "\u{1b}[31;7m", "\u{1b}[31mshop", "\u{1b}[31mPWNED"] {
        #expect(!bytes.contains(word), "\(word.debugDescription)", sourceLocation: sourceLocation)
      }
      let forbidden = scalars.filter { scalar in
        switch scalar.value {
        case 0, 0x80...0x9f, 0x200e...0x200f, 0x2028...0x202e, 0x2066...0x2069: true
        default: false
        }
      }
      #expect(forbidden.isEmpty, "\(Set(forbidden))", sourceLocation: sourceLocation)
    }

    @Test func nothingItSaysReachesTheTerminalAsAnInstruction() throws {
      let folder = try catalogue()
      let path = folder.path("evil \u{1b}[31mshop")
      let program = try Program()
      let made = try program.run("index", path)
      #expect(made.status == 0)
      #expect(made.messages.contains("\(Self.attacks.count) pictures missing or broken"), "\(made.messages)")
      expectHarmless(made.messages)
      let table = try program.run("search", path, "umbrella", "--top", "50", "--explain")
      #expect(table.lines.count > Self.attacks.count)
      expectHarmless(table.output)
      #expect(!table.output.contains("\u{1b}"))

      try program.explore(path, "--images", "blocks", columns: 120, rows: 36) { session in
        try session.waitFor("umbrella")
        session.type("umbrella\r")
        try session.wait(for: "answers") { $0.hasAnswers }
        // Through every item with its fields, its explanation and a grade, then the query of the set.
        session.type("vv" + String(repeating: "j", count: 8) + "x2GvJJJ1u")
        try session.waitFor("undone")
        session.type("]")
        try session.waitFor("1/1")
        try session.wait(for: "answers") { $0.hasAnswers }
        #expect(!session.glass.text.contains("▀"), "no picture inside the folder, so none is shown")
        session.type("q")
        #expect(try session.end() == 0)
        // The program itself asks for the colour of the background.
        expectHarmless(session.written.replacing("\u{1b}]11;?\u{1b}\\", with: ""))
      }
      let log = try program.home.read(".local/state/assay/assay.log")
      #expect(!log.contains("\u{1b}]") && !log.contains("\u{9b}"))
    }
  }
}

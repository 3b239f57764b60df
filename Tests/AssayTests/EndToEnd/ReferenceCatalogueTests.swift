import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// Catalogues made by others open without a line of configuration.
  @Suite struct ReferenceCatalogueTests {
    @Test(
      .enabled(if: SharedData.path("esci-150/docs.jsonl") != nil, "\(SharedData.absence)"),
      arguments: [("esci-150", "kindle", "Kindle"), ("grocery-mini", "granny smith", "Granny Smith")])
    func isIndexedByGuessesAndOpens(_ name: String, _ query: String, _ title: String) throws {
      let source = try #require(SharedData.path("\(name)/docs.jsonl"))
      let folder = try TemporaryFolder()
      // As many items as do without patience in a debug build; the pictures stay where they are.
      let lines = try String(contentsOfFile: source, encoding: .utf8).split(separator: "\n").prefix(120)
      try folder.write(lines.joined(separator: "\n") + "\n", to: "docs.jsonl")
      if let pictures = SharedData.path("\(name)/images") {
        try folder.makeFolder("images")
        for line in lines {
          let item = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
          let picture = try #require(item?["image"] as? String)
          try FileManager.default.copyItem(
            atPath: pictures + picture.dropFirst("images".count), toPath: folder.path(picture))
        }
      }
      let index = folder.path("built")
      let program = try Program()
      let made = try program.run("index", folder.root.path, "-o", index)
      #expect(made.status == 0)
      #expect(made.messages.contains("guessed") && made.messages.contains("indexed 120 items"))
      #expect(!made.messages.contains("warning"), "\(made.messages)")
      try program.explore(index, "--query", query) { session in
        try session.wait(for: title) { $0.hasAnswers && $0.text.contains(title) }
        session.type("\u{3}")
        #expect(try session.end() == 0)
      }
    }
  }
}

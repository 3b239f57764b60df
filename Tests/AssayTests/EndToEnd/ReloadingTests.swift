import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// What the explorer notices of its index while it is open.
  @Suite struct ReloadingTests {
    @Test func offersANewBuildAndOpensItInPlace() throws {
      let shop = try Shop.copy()
      let program = try Program()
      try program.explore(shop.path, "--images", "none", "--query", "blue") { session in
        try session.wait(for: "answers") { $0.hasAnswers }
        session.type("\rj")
        let item = #"{"id": "p0099", "title": "Blue teapot", "description": "Holds tea.", "price": 3}"#
        let file = shop.path + "/products.jsonl"
        let old = try String(contentsOfFile: file, encoding: .utf8)
        try (old + item + "\n").write(toFile: file, atomically: true, encoding: .utf8)
        try session.waitFor("catalogue changed since indexed: assay index")
        #expect(try program.run("index", "--quiet", shop.path).status == 0)
        try session.waitFor("newer index: R opens it")
        session.type("R")
        try session.waitFor("13 items")
        try session.wait(for: "answers of the new build") { $0.hasAnswers && $0.text.contains("Blue teapot") }
        #expect(!session.glass.text.contains("newer index"))
        session.type("q")
        #expect(try session.end() == 0)
      }
    }

    @Test func namesTheBytesThatAreDamaged() throws {
      let shop = try Shop.copy()
      let file = URL(filePath: shop.index + "/text.i8")
      var bytes = try Data(contentsOf: file)
      bytes[100] ^= 4
      try bytes.write(to: file)
      try Program().explore(shop.path, "--images", "none") { session in
        try session.waitFor("text.i8 damaged in bytes 0–")
        session.type("\u{3}")
        #expect(try session.end() == 0)
        #expect(session.glass.text.contains("text.i8: damaged in bytes"))
      }
    }
  }
}

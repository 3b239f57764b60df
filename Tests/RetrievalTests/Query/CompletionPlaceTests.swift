import Retrieval
import TestSupport
import Testing

private let brand = FilterField(name: "brand", kind: .text)
private let price = FilterField(name: "price", kind: .number)
private let colour = FilterField(name: "attributes.color", kind: .text)

@Suite struct CompletionPlaceTests {
  private let parser = QueryParser(fields: FilterFields([brand, price, colour]))

  @Test(
    arguments: [
      ("", .name, "", 0), ("red ", .name, "", 4), ("red br", .name, "br", 4), ("-br", .name, "br", 1),
      ("2*li", .name, "li", 2), ("brand:", .value(brand), "", 6), ("brand:vel", .value(brand), "vel", 6),
      ("-brand:vel", .value(brand), "vel", 7), ("BRAND:vel", .value(brand), "vel", 6),
      ("brand:a,b", .value(brand), "b", 8), ("brand:a,", .value(brand), "", 8),
      ("brand:\"Trail & C", .value(brand), "Trail & C", 6), ("brand:\"a \"\"b", .value(brand), "a \"b", 6),
      ("brand:\"a\",\"b c", .value(brand), "b c", 10), ("price:", .value(price), "", 6),
      ("color:r", .value(colour), "r", 6), ("like:", .item, "", 5), ("1.5*like:p-1", .item, "p-1", 9),
      ("id:p-1", .item, "p-1", 3), ("image:a/b", .picture, "a/b", 6), ("image:\"a b/c", .picture, "a b/c", 6),
      ("\"a phrase\" br", .name, "br", 11), ("2*(a \"b)\" c) br", .name, "br", 13),
      ("55\" tv br", .name, "br", 7),
      ("foo:bar", .name, "foo:bar", 0),
    ] as [(String, CompletionPlace.Kind, String, Int)])
  func seesWhatIsWritten(text: String, kind: CompletionPlace.Kind, typed: String, start: Int) {
    let place = parser.completionPlace(atEndOf: text)
    #expect(place?.kind == kind && place?.typed == typed)
    #expect(place?.range == start..<text.unicodeScalars.count)
  }

  @Test(arguments: ["\"a phr", "\"whole\"", "2*(a b", "brand:\"a\"", "a \"b br"])
  func completesNoPhrases(text: String) {
    #expect(parser.completionPlace(atEndOf: text) == nil)
  }

  /// Whatever is typed, reading ends, and what is named lies at the end of the text.
  @Test(arguments: 0..<200)
  func staysWithinAnyText(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "brand:", "like:", "image:", "\"", "(", ")", ",", " ", "-", "+", "2*", "a", "\u{301}", "👨‍👩‍👧", ":",
      "price:<",
    ]
    let text = (0..<12).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    guard let place = parser.completionPlace(atEndOf: text) else { return }
    #expect(place.range.upperBound == text.unicodeScalars.count && place.range.lowerBound >= 0)
  }

  @Test(arguments: [
    ("", ["brand", "price", "color"]), ("B", ["brand"]), ("attr", ["attributes.color"]), ("x", []),
  ])
  func findsFieldsByAnyName(prefix: String, names: [String]) {
    let fields = FilterFields([brand, price, colour]).fields(from: prefix)
    #expect(fields.map(\.name) == names)
  }
}

import Foundation
import Testing

@testable import assay

@Suite struct SyntheticProductsTests {
  static let products = SyntheticProducts(seed: 3)

  @Test func anItemDependsOnItsNumberAndTheSeedAlone() {
    let vocabulary = Self.products.vocabulary
    let again = SyntheticProducts(seed: 3)
    #expect(again.product(17).line(again.vocabulary) == Self.products.product(17).line(vocabulary))
    #expect(Self.products.product(17).line(vocabulary) != Self.products.product(18).line(vocabulary))
    let other = SyntheticProducts(seed: 4)
    #expect(other.product(17).line(other.vocabulary) != Self.products.product(17).line(vocabulary))
  }

  @Test func aLineIsAnObjectWithTheFieldsOfAShop() throws {
    let line = Self.products.product(7).line(Self.products.vocabulary)
    #expect(line.hasSuffix("}\n"))
    let item = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(item["id"] as? String == "s7")
    #expect(
      Set(item.keys) == ["id", "title", "brand", "category", "price", "in_stock", "description"])
    #expect(try #require(item["price"] as? Double) > 0)
  }

  @Test func lengthsAndFrequenciesAreThoseOfAShop() {
    let items = (0..<4000).map { Self.products.product($0) }
    let titles = items.map { Double($0.title.count) }.reduce(0, +) / 4000
    let descriptions = items.map { Double($0.description.count) }.reduce(0, +) / 4000
    #expect((10.5...11.5).contains(titles), "titles of \(titles) words")
    #expect((56...68).contains(descriptions), "descriptions of \(descriptions) words")
    // The commonest word of a Zipf–Mandelbrot law with these parameters has 3 % of the general places.
    let words = items.flatMap(\.description)
    let commonest = Double(words.count { $0 == 0 }) / Double(words.count)
    #expect((0.01...0.05).contains(commonest), "\(commonest) of all words are the commonest")
    #expect(Set(words).count > 20_000)
  }

  @Test func queriesHaveTwoToFiveWordsOfItems() {
    let queries = (0..<300).map { Self.products.query($0, count: 1000) }
    let lengths = queries.map { $0.split(separator: " ").count }
    #expect(lengths.allSatisfy { (2...5).contains($0) })
    #expect(Set(lengths) == [2, 3, 4, 5])
    #expect(Set(queries).count > 290)
  }
}

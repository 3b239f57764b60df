import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// Filters of many queries against a made-up catalogue, compared with a slow reading of its records.
  @Suite struct FilteringTests {
    private struct Product {
      let id: String
      let brand: String?
      let price: Double?
      let inStock: Bool?
      let tags: [String]
    }

    /// A filter as typed, and what it means for a record.
    private typealias Filter = (text: String, passes: (Product) -> Bool)

    private static let brands = ["Acme", "Acme Corp", "Zénith", "5\" Gadgets", "a,b"]
    private static let tags = ["red", "warm", "on sale"]

    @Test func letThroughWhatTheRecordsSay() throws {
      var generator = SeededGenerator(seed: 5)
      let products = (0..<150).map { product($0, using: &generator) }
      let folder = try TemporaryFolder()
      let lines = try products.map { try line($0) }
      try folder.write(lines.joined(separator: "\n") + "\n", to: "products.jsonl")
      try folder.write(
        "[fields]\nid = \"id\"\ntitle = \"title\"\ntext = [\"title\"]\nbrand = \"maker\"\nprice = \"price\"\n"
          + "display = [\"tags\", \"in_stock\"]\n", to: "catalog.toml")
      let made = try Program().run("index", folder.root.path)
      try #require(made.status == 0, "\(made.messages)")
      let queries = (0..<120).map { _ in
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in filter(using: &generator) }
      }
      let set = queries.enumerated().map { "f\($0)\t\($1.map(\.text).joined(separator: " "))\n" }
      let file = try folder.write(set.joined(), to: "filters.tsv")
      let run = try Program().run("run", folder.root.path, "--queries", file)
      try #require(run.status == 0, "\(run.messages)")
      let rows = run.lines.map { $0.split(separator: " ").map(String.init) }
      var found: [String: [String]] = [:]
      for row in rows { found[row[0], default: []].append(row[2]) }
      for (index, filters) in queries.enumerated() {
        let expected = products.filter { product in filters.allSatisfy { $0.passes(product) } }.map(\.id)
        #expect(found["f\(index)"] ?? [] == expected, "\(set[index])")
      }
      #expect(found.count > 60 && found.values.contains { $0.count < 20 })
    }

    private func product(_ number: Int, using generator: inout SeededGenerator) -> Product {
      Product(
        id: "i\(number)", brand: (Self.brands + [nil]).randomElement(using: &generator) ?? nil,
        price: Bool.random(using: &generator) ? Double(Int.random(in: 0...200, using: &generator)) / 2 : nil,
        inStock: [true, false, nil].randomElement(using: &generator) ?? nil,
        tags: Self.tags.filter { _ in Bool.random(using: &generator) })
    }

    private func line(_ product: Product) throws -> String {
      var object: [String: Any] = ["id": product.id, "title": "Thing \(product.id)"]
      object["maker"] = product.brand
      object["price"] = product.price
      object["in_stock"] = product.inStock
      if !product.tags.isEmpty { object["tags"] = product.tags }
      return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }

    private func filter(using generator: inout SeededGenerator) -> Filter {
      let filter = positive(using: &generator)
      guard Bool.random(using: &generator) else { return filter }
      return ("-" + filter.text, { !filter.passes($0) })
    }

    private func positive(using generator: inout SeededGenerator) -> Filter {
      let low = Double(Int.random(in: 0...100, using: &generator))
      let high = low + Double(Int.random(in: 0...40, using: &generator))
      switch Int.random(in: 0..<7, using: &generator) {
      case 0: return ("price:<\(low)", { $0.price.map { $0 < low } ?? false })
      case 1: return ("price:>=\(Int(low))", { $0.price.map { $0 >= low } ?? false })
      case 2: return ("price:\(low)..\(high)", { $0.price.map { (low...high).contains($0) } ?? false })
      case 3: return ("in_stock:true", { $0.inStock == true })
      case 4:
        let tag = Self.tags.randomElement(using: &generator) ?? ""
        return ("tags:\"\(tag.uppercased())\"", { $0.tags.contains(tag) })
      case 5: return ("brand:zenith,\"ACME corp\"", { ["Zénith", "Acme Corp"].contains($0.brand) })
      default:
        let brand = Self.brands.randomElement(using: &generator) ?? ""
        return ("maker:\"\(brand.replacing("\"", with: "\"\""))\"", { $0.brand == brand })
      }
    }
  }
}

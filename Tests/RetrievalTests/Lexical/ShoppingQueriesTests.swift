import Foundation
import Retrieval
import TestSupport
import Testing

/// The lexical lane on real shop products, queries and human labels (Amazon ESCI, 150 queries).
@Suite struct ShoppingQueriesTests {
  @Test(.enabled(if: SharedData.path("esci-150") != nil, Comment(rawValue: SharedData.absence)))
  func defaultParametersReachTheBar() throws {
    let data = try ShoppingQueries()
    let index = data.index()
    let searcher = Searcher(dense: nil, lexical: index, count: index.count)
    let plan = SearchPlan(dense: nil, lexical: LexicalLane(), depth: 10)
    let gains = data.queries.map { query in
      let outcome = searcher.search(plan, query: SearchQuery(text: query.text, vector: nil))
      return data.ndcg(query.id, ranking: outcome.items.map(\.ordinal))
    }
    let mean = gains.reduce(0, +) / Double(gains.count)
    #expect(mean >= 0.69, "ndcg_cut_10 is \(mean)")
  }
}

/// The files of `esci-150`, read once.
struct ShoppingQueries {
  struct Product: Decodable {
    let id: String
    let title: String
    let description: String
    let bullets: String
    let brand: String?
    let color: String?
  }

  let products: [Product]
  let queries: [(id: String, text: String)]
  let grades: [String: [String: Int]]

  init() throws {
    func lines(_ name: String) throws -> [Substring] {
      let path = try #require(SharedData.path("esci-150/" + name))
      return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    }
    products = try lines("docs.jsonl").map { try JSONDecoder().decode(Product.self, from: Data($0.utf8)) }
    queries = try lines("queries.tsv").map { line in
      let columns = line.split(separator: "\t")
      return (String(columns[0]), String(columns[1]))
    }
    grades = try lines("qrels.txt").reduce(into: [:]) { grades, line in
      let columns = line.split(separator: " ")
      grades[String(columns[0]), default: [:]][String(columns[2])] = Int(columns[3])
    }
  }

  func index() -> LexicalIndex {
    let list = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Assets/stopwords/english.txt").standardizedFileURL
    let stopWords = (try? String(contentsOf: list, encoding: .utf8)).map(StopWordList.init(parsing:))
    var builder = LexicalIndexBuilder(
      analyzer: Analyzer(stopWords: stopWords ?? .empty),
      fields: ["title", "description", "bullets", "brand", "color"])
    for product in products {
      builder.append([
        product.title, product.description, product.bullets, product.brand ?? "", product.color ?? "",
      ])
    }
    return builder.build()
  }

  /// `ndcg_cut_10` as trec_eval computes it: gain = grade, ideal over all judged.
  func ndcg(_ query: String, ranking: [UInt32]) -> Double {
    let grades = grades[query] ?? [:]
    func discounted(_ gains: some Sequence<Int>) -> Double {
      gains.prefix(10).enumerated().reduce(0) { $0 + Double($1.element) / log2(Double($1.offset + 2)) }
    }
    let ideal = discounted(grades.values.sorted(by: >))
    let found = discounted(ranking.map { grades[products[Int($0)].id] ?? 0 })
    return ideal > 0 ? found / ideal : 0
  }
}

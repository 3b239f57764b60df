internal import Foundation
internal import Relevance

/// A made-up catalogue of any size, whose word statistics are those of a shop.
///
/// Words follow a Zipf–Mandelbrot law of exponent 1.07 over 200,000 words. An item belongs to one of 500 categories,
/// each with 2,000 words of its own that take two thirds of the title's and one third of the description's places;
/// titles have about 11 words, descriptions about 60. Item and query `n` depend on nothing but `n` and the seed.
struct SyntheticProducts: Sendable {
  let vocabulary: SyntheticVocabulary
  private let seed: UInt64
  private let words: ZipfTable
  private let categories: ZipfTable
  /// Where each category's own words begin in the vocabulary.
  private let topics: [Int]
  private let brands: [Int]

  private static let wordCount = 200_000
  private static let topicLength = 2000
  private static let brandCount = 4000
  private static let headLength = 30

  init(seed: UInt64) {
    self.seed = seed
    vocabulary = SyntheticVocabulary(count: Self.wordCount, seed: seed)
    words = ZipfTable(count: Self.wordCount, exponent: 1.07, shift: 2.7)
    categories = ZipfTable(count: 500, exponent: 0.8)
    var random = SeededRandom(seed: seed, stream: 2)
    topics = (0..<500).map { _ in Int.random(in: 200..<Self.wordCount / 4, using: &random) }
    var drawn: [Int] = []
    for _ in 0..<Self.brandCount { drawn.append(words.draw(&random)) }
    brands = drawn
  }

  /// The item of a number.
  func product(_ number: Int) -> SyntheticProduct {
    var random = SeededRandom(seed: seed, stream: 3, number: UInt64(number))
    let category = categories.draw(&random)
    let title = (0..<titleLength(&random)).map { _ in word(of: category, share: 0.65, &random) }
    let description = (0..<descriptionLength(&random)).map { _ in
      // A description repeats what the title says now and then.
      random.unit() < 0.06
        ? title[Int.random(in: title.indices, using: &random)] : word(of: category, share: 0.35, &random)
    }
    let brand = (category * 7 + Int.random(in: 0..<40, using: &random)) % Self.brandCount
    return SyntheticProduct(
      number: number, title: title, brand: brands[brand], category: category,
      categoryWord: topics[category], description: description,
      cents: Int(1999 * exp(0.9 * Double(random.normal()))), isInStock: random.unit() < 0.8)
  }

  /// A query of 2–5 words for a catalogue of `count` items: words of some item's title; one in seven has one of the
  /// commonest words as well, one in ten a word that has nothing to do with the item.
  func query(_ number: Int, count: Int) -> String {
    var random = SeededRandom(seed: seed, stream: 4, number: UInt64(number))
    let item = product(Int.random(in: 0..<count, using: &random))
    var chosen = Array(item.title.shuffled(using: &random).prefix(queryLength(&random)))
    if random.unit() < 0.15 {
      chosen[chosen.count - 1] = Int.random(in: 0..<Self.headLength, using: &random)
    }
    if random.unit() < 0.1 { chosen[0] = words.draw(&random) }
    return chosen.map { vocabulary.words[$0] }.joined(separator: " ")
  }

  private func word(of category: Int, share: Double, _ random: inout SeededRandom) -> Int {
    guard random.unit() < share else { return words.draw(&random) }
    // Lomax: most of a topic's places go to a few of its words.
    let rank = 8 * (pow(1 - random.unit(), -1 / 0.9) - 1)
    return topics[category] + Int(min(rank, 1e9)) % Self.topicLength
  }

  /// 2 and a Poisson number of mean 9.
  private func titleLength(_ random: inout SeededRandom) -> Int {
    let limit = exp(-9.0)
    var product = random.unit()
    var length = 2
    while product > limit {
      product *= random.unit()
      length += 1
    }
    return length
  }

  private func descriptionLength(_ random: inout SeededRandom) -> Int {
    min(max(Int(55 * exp(0.5 * Double(random.normal()))), 5), 300)
  }

  private func queryLength(_ random: inout SeededRandom) -> Int {
    switch random.unit() {
    case ..<0.35: 2
    case ..<0.7: 3
    case ..<0.9: 4
    default: 5
    }
  }
}

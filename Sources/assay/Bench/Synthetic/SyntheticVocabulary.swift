internal import Relevance

/// Made-up words that can be pronounced and that a stemmer finds work in, commonest first, all ASCII.
struct SyntheticVocabulary: Sendable {
  /// The words, each once.
  let words: [String]

  private static let onsets = "b c d f g h k l m n p r s t v w br cl dr fl gr pl sh st tr".split(
    separator: " ")
  private static let vowels = "a e i o u ai ea oo".split(separator: " ")
  private static let codas = ["", "n", "r", "l", "s", "t", "ck", "nd"]

  /// Makes `count` words.
  init(count: Int, seed: UInt64) {
    var random = SeededRandom(seed: seed, stream: 1)
    var seen: Set<String> = []
    var words: [String] = []
    words.reserveCapacity(count)
    while words.count < count {
      let word = Self.word(&random)
      if seen.insert(word).inserted { words.append(word) }
    }
    self.words = words
  }

  private static func word(_ random: inout SeededRandom) -> String {
    var word = ""
    repeat {
      word += onsets[Int.random(in: 0..<onsets.count, using: &random)]
      word += vowels[Int.random(in: 0..<vowels.count, using: &random)]
    } while random.unit() > 0.4 && word.utf8.count < 10
    word += codas[Int.random(in: 0..<codas.count, using: &random)]
    switch random.unit() {
    case ..<0.12: word += "s"
    case ..<0.18: word += "ing"
    case ..<0.24: word += "ed"
    case ..<0.27: word += String(Int.random(in: 1...99, using: &random))
    default: break
    }
    return word
  }
}

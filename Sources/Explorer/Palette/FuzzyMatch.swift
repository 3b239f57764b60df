/// How well a few typed letters fit a text: all of them occur there in their order, whatever their case.
///
/// Letters that are merely scattered over the text are no fit: each stands at the beginning of a word or directly behind
/// the letter before it, unless the pattern's word is in the text in one piece. Of all the places that are left, those
/// with the highest score count. A letter scores 16; at the beginning of a word
/// 8 more, of the whole text 10 more; directly behind the letter before it 6 more. A gap between two letters costs 3, and
/// 1 for each character of it after the first. Words of the pattern are looked for one by one, wherever they stand.
/// The idea is that of fzf; the rules are simpler, so that the best alignment can be stated and found exactly.
package struct FuzzyMatch: Hashable, Sendable {
  /// Higher is better; only comparable for the same pattern.
  package let score: Int
  /// The characters of the text that the pattern's are, ascending.
  package let places: [Int]

  static let letter = 16
  static let wordStart = 8
  static let textStart = 10
  static let adjacency = 6
  static let gapStart = 3
  static let gapStep = 1

  /// Fits a pattern to a text, or is `nil` when some word of the pattern does not occur.
  ///
  /// An empty pattern fits everything.
  /// - Complexity: O(pattern × text).
  package init?(_ pattern: String, in text: String) {
    let characters = text.map { $0.lowercased() }
    let bonus = Self.bonus(of: Array(text))
    var (score, places) = (0, Set<Int>())
    for word in pattern.split(whereSeparator: \.isWhitespace) {
      let wanted = word.map { $0.lowercased() }
      guard let match = WordAlignment(wanted, characters, bonus).best else { return nil }
      score += match.score
      places.formUnion(match.places)
    }
    self.score = score
    self.places = places.sorted()
  }

  /// What a letter scores for its place in the text alone.
  static func bonus(of text: [Character]) -> [Int] {
    text.indices.map { index in
      if index == 0 { return textStart }
      let isInside = text[index].isLetter || text[index].isNumber
      let follows = text[index - 1].isLetter || text[index - 1].isNumber
      return isInside && !follows ? wordStart : 0
    }
  }

  /// What a gap of so many characters costs; none costs nothing.
  static func cost(ofGap length: Int) -> Int {
    length == 0 ? 0 : gapStart + (length - 1) * gapStep
  }
}

/// The best way to lay one word of a pattern over a text.
///
/// `ending[i][j]` is the best score of the first `i + 1` letters when the last of them lies on character `j`. It follows
/// from the row above: either the letter before lies right beside it, or at the best place further left, whose score,
/// less the cost of the gap, is carried along as `j` grows.
private struct WordAlignment {
  private let word: [String]
  private let text: [String]
  private let bonus: [Int]
  private static let impossible = Int.min / 2

  init(_ word: [String], _ text: [String], _ bonus: [Int]) {
    self.word = word
    self.text = text
    self.bonus = bonus
  }

  var best: (score: Int, places: [Int])? {
    guard !word.isEmpty, word.count <= text.count else { return nil }
    guard let pieces = bestOfPieces else { return bestWhole }
    guard let whole = bestWhole, whole.score > pieces.score else { return pieces }
    return whole
  }

  /// The best place of the word in one piece.
  private var bestWhole: (score: Int, places: [Int])? {
    let starts = (0...(text.count - word.count)).filter { text[$0..<$0 + word.count].elementsEqual(word) }
    return starts.map { start in
      let places = Array(start..<start + word.count)
      let own = places.reduce(0) { $0 + FuzzyMatch.letter + bonus[$1] }
      return (own + (word.count - 1) * FuzzyMatch.adjacency, places)
    }.max { ($0.0, -$0.1[0]) < ($1.0, -$1.1[0]) }
  }

  /// The best way in pieces of which each begins a word of the text.
  private var bestOfPieces: (score: Int, places: [Int])? {
    var ending: [[Int]] = []
    // Where the letter before lies, for each cell.
    var origins: [[Int]] = []
    for index in word.indices {
      let (row, origin) = row(index, after: ending.last)
      ending.append(row)
      origins.append(origin)
    }
    guard let last = ending.last, let end = last.indices.max(by: { (last[$0], -$0) < (last[$1], -$1) }),
      last[end] > Self.impossible / 2
    else { return nil }
    var places = [end]
    for index in word.indices.dropFirst().reversed() {
      places.append(origins[index][places[places.count - 1]])
    }
    return (last[end], places.reversed())
  }

  private func row(_ index: Int, after former: [Int]?) -> (scores: [Int], origins: [Int]) {
    var scores = [Int](repeating: Self.impossible, count: text.count)
    var origins = [Int](repeating: -1, count: text.count)
    var carried = (score: Self.impossible, origin: -1)
    for place in text.indices {
      if let former, place >= 2 {
        carried.score -= FuzzyMatch.gapStep
        let opened = former[place - 2] - FuzzyMatch.gapStart
        if opened >= carried.score { carried = (opened, place - 2) }
      }
      guard text[place] == word[index] else { continue }
      let own = FuzzyMatch.letter + bonus[place]
      let beginsWord = bonus[place] > 0
      guard let former else {
        if beginsWord { scores[place] = own }
        continue
      }
      guard place >= 1 else { continue }
      let beside = former[place - 1] + FuzzyMatch.adjacency
      (scores[place], origins[place]) =
        beside >= carried.score || !beginsWord
        ? (beside + own, place - 1) : (carried.score + own, carried.origin)
    }
    return (scores, origins)
  }
}

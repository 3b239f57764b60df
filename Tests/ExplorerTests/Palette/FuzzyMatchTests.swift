import Explorer
import TestSupport
import Testing

@Suite struct FuzzyMatchTests {
  /// The best score of all ways to lay the words of a pattern over a text, found by trying every one that is allowed.
  private func exhaustiveScore(_ pattern: String, in text: String) -> Int? {
    let characters = Array(text.lowercased())
    var sum = 0
    for word in pattern.lowercased().split(separator: " ") {
      let scores = placements(of: Array(word)[...], in: characters, from: 0)
        .filter { isAllowed($0, in: characters) }.map { score(of: $0, in: characters) }
      guard let best = scores.max() else { return nil }
      sum += best
    }
    return sum
  }

  private func placements(of word: ArraySlice<Character>, in text: [Character], from start: Int) -> [[Int]] {
    guard let first = word.first else { return [[]] }
    return (start..<max(start, text.count)).filter { text[$0] == first }.flatMap { place in
      placements(of: word.dropFirst(), in: text, from: place + 1).map { [place] + $0 }
    }
  }

  /// Whether the letters are in one piece, or in pieces of which each begins a word.
  private func isAllowed(_ places: [Int], in text: [Character]) -> Bool {
    let starts = places.enumerated().filter { $0 == 0 || places[$0 - 1] + 1 < $1 }.map(\.element)
    let isWord = { (character: Character) in character.isLetter || character.isNumber }
    return starts.count == 1
      || starts.allSatisfy { $0 == 0 || isWord(text[$0]) && !isWord(text[$0 - 1]) }
  }

  /// The rules as the documentation states them.
  private func score(of places: [Int], in text: [Character]) -> Int {
    var score = 0
    for (index, place) in places.enumerated() {
      score += 16
      let isWord = { (character: Character) in character.isLetter || character.isNumber }
      if place == 0 { score += 10 } else if isWord(text[place]), !isWord(text[place - 1]) { score += 8 }
      guard index > 0 else { continue }
      let gap = place - places[index - 1] - 1
      score += gap == 0 ? 6 : -(3 + gap - 1)
    }
    return score
  }

  @Test(arguments: 0..<40)
  func findsTheBestOfAllAlignments(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let letters = Array("aab- ")
    for _ in 0..<60 {
      let text = String(
        (0..<Int.random(in: 0...12, using: &generator)).map { _ in
          letters.randomElement(using: &generator) ?? "a"
        })
      let pattern = String(
        (0..<Int.random(in: 0...5, using: &generator)).map { _ in
          letters.randomElement(using: &generator) ?? "a"
        })
      let match = FuzzyMatch(pattern, in: text)
      #expect(match?.score == exhaustiveScore(pattern, in: text), "“\(pattern)” in “\(text)”")
      guard let match, !pattern.contains(" ") else { continue }
      let characters = Array(text)
      #expect(String(match.places.map { characters[$0] }) == pattern, "the places spell the pattern")
      #expect(score(of: match.places, in: characters) == match.score)
    }
  }

  @Test(arguments: [
    ("nq", "next query of set", [0, 5]), ("quer", "next query of set", [5, 6, 7, 8]),
    ("ND", "Next Difference", [0, 5]), ("set next", "next query of set", [0, 1, 2, 3, 14, 15, 16]),
  ])
  func prefersBeginningsAndRuns(pattern: String, text: String, places: [Int]) {
    #expect(FuzzyMatch(pattern, in: text)?.places == places)
  }

  @Test(arguments: ["nxt", "eu", "tq", "nqr"])
  func leavesScatteredLettersOut(pattern: String) {
    #expect(FuzzyMatch(pattern, in: "next query") == nil)
  }

  @Test(arguments: ["ext", "neq", "uery", "nextqu", "ne ery"])
  func takesPiecesAndBeginnings(pattern: String) {
    #expect(FuzzyMatch(pattern, in: "next query") != nil)
  }

  @Test(arguments: ["z", "qn z", "nqq"])
  func needsEveryLetter(pattern: String) {
    #expect(FuzzyMatch(pattern, in: "next query") == nil)
  }

  @Test func fitsEverythingWhenNothingIsTyped() {
    #expect(FuzzyMatch("", in: "help")?.score == 0)
    #expect(FuzzyMatch("", in: "") != nil)
  }
}

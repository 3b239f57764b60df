internal import Explorer
internal import Relevance
internal import Retrieval
internal import TerminalUI

/// A list that a threshold cuts out of a catalogue, as lines for people.
struct FoundTable {
  private let list: FoundList
  private let places: [Int]
  private let cards: [ItemCard]

  /// - Precondition: there is a card for each place.
  init(_ list: FoundList, _ places: [Int], _ cards: [ItemCard]) {
    precondition(places.count == cards.count, "one card for each place")
    self.list = list
    self.places = places
    self.cards = cards
  }

  /// Rank, score, side, grade, id and what is to be said of the item, which is cut to the line.
  var text: String {
    let width = cards.map { DisplayWidth.of($0.id.text) }.max() ?? 0
    let columns = TextOutput.columns
    return zip(places, cards).reduce(into: "") { text, row in
      let (place, card) = row
      let isScored = place < list.items.scores.count
      let rank = (isScored ? "\(place + 1)" : "–").leftPadded(to: 7)
      let score = (isScored ? Double(list.items.scores[place]).fixed(4) : "–").leftPadded(to: 8)
      let side = place < list.cut ? "above" : "below"
      let grade = list.grades[place].map(String.init) ?? "–"
      let id = card.id.text + String(repeating: " ", count: width - DisplayWidth.of(card.id.text))
      let front = "\(rank)  \(score)  \(side)  \(grade)  \(id)  "
      let facts = ([card.title] + card.facts).joined(separator: " · ")
      let room = max(20, columns - DisplayWidth.of(front))
      text += front + Fitting.truncate(facts, columns: room, cut: .atWord) + "\n"
    }
  }
}

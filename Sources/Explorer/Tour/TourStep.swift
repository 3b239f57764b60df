/// One step of the tour: what to try, and what shows that it was done.
struct TourStep: Hashable, Sendable {
  /// One or two words.
  let title: String
  /// What to press and what to look at; `{name}` stands for the keys of the action of that name.
  let text: String
  /// When the step is over.
  let goal: TourGoal

  /// The text with the keys of a keymap.
  func text(_ keymap: Keymap) -> String {
    var text = text
    for binding in keymap.bindings {
      text.replace("{\(binding.name)}", with: binding.label.split(separator: " ").joined(separator: " or "))
    }
    return text
  }
}

extension TourStep {
  /// The steps in their order.
  static let all = [
    TourStep(
      title: "ask",
      text: "Type a query, such as: red mug. Every letter is answered, in each column by another ranking.",
      goal: .answered(length: 3)),
    TourStep(
      title: "go to the results",
      text: "Press enter. In the results letters are commands; {edit-query} leads back to the query line.",
      goal: .inResults),
    TourStep(
      title: "ask why",
      text: "{down} and {up} go from item to item. Press {explain}: where does this item's score come from?",
      goal: .explained),
    TourStep(
      title: "shorten the vectors",
      text: "Press {shorter} a few times: fewer dimensions are compared. Which items stay in their places?",
      goal: .shortened),
    TourStep(
      title: "grade",
      text: "Is the item what the query asks for? Press {grade}. The measure at the column's head follows.",
      goal: .graded),
    TourStep(
      title: "take it back",
      text: "Press {undo}. Every decision is in the journal at once, and can be taken back.",
      goal: .tookBack),
    TourStep(
      title: "all queries",
      text: "One query proves little. Press {view-queries}: every query of the set, column against column.",
      goal: .sees(.queries)),
    TourStep(
      title: "find anything",
      text:
        "Press {palette} for every action with its keys, found by a few letters; {help} lists those of this place.",
      goal: .inPalette),
  ]
}

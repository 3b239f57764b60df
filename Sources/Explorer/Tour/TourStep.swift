/// One step of the tour: what to try, and what shows that it was done.
struct TourStep: Hashable, Sendable {
  /// One or two words.
  let title: String
  /// What to press and what to look at; `{name}` stands for the keys of the action of that name.
  let text: String
  /// When the step is over.
  let goal: TourGoal

  /// Whether its keys would be typed into the query line where that has the focus.
  private var isOfResults: Bool {
    if case .asked = goal { false } else { true }
  }

  /// The text with the keys of a keymap, and how to leave the query line when that has the focus.
  func text(_ keymap: Keymap, inQueryLine: Bool) -> String {
    var text = (inQueryLine && isOfResults ? "First press {results} to leave the query line. " : "") + text
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
      text:
        "Type a query, such as: red mug. Every letter is answered, in each column by another ranking. Then press "
        + "enter: in the results letters are commands, and {edit-query} leads back.",
      goal: .asked(length: 3)),
    TourStep(
      title: "ask why",
      text: "{down} and {up} go from item to item. Press {explain}: where does this item's score come from?",
      goal: .explained),
    TourStep(
      title: "shorten the vectors",
      text: "Press {shorter} a few times: fewer dimensions are compared. Which items stay in their places?",
      goal: .shortened),
    TourStep(
      title: "columns",
      text:
        "Press {add-column} for another ranking beside these, or {switch-mode} to change this one. {save-preset} "
        + "keeps the columns under a name, {presets} lists what is kept, {former-columns} goes back.",
      goal: .rearranged),
    TourStep(
      title: "filter",
      text:
        "Press {column-filter}, type price:<20 and enter: this column answers with cheaper items only. The same "
        + "behind a query filters all columns; tab completes names and values.",
      goal: .filtered),
    TourStep(
      title: "grade",
      text:
        "Is the item what the query asks for? Press {grade}: the decision is in the journal at once, and {undo} takes "
        + "it back. The measure at the column's head follows, unless the query has reference judgments (qrels), which "
        + "count there.",
      goal: .graded),
    TourStep(
      title: "label",
      text:
        "Press {view-label}: one item at a time, without ranks, from all columns, so that nothing leads you.",
      goal: .sees(.label)),
    TourStep(
      title: "all queries, any action",
      text:
        "One query proves little. Press {view-queries}: every query of the set, column against column. Then "
        + "press {palette} for a list of every action, found by a few letters; {help} lists the keys of this place.",
      goal: .inPalette(.queries)),
  ]
}

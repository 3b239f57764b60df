/// One line of editable text with a cursor between grapheme clusters, edited as a shell's line is.
///
/// What is deleted by words or to an end can be put back elsewhere (`KillRing`), and every change can be undone. An edit
/// that has no effect changes nothing, what came before it included: it neither ends a run of deletions nor a word that
/// is being typed.
package struct TextField: Hashable, Sendable {
  /// More characters than this are not taken, so that a paste gone wrong can't slow every key that follows.
  package static let limit = 2048
  /// Nor more Unicode scalars than this: one character may be a letter under any number of marks.
  static let scalarLimit = 4 * limit

  /// The grapheme clusters of the text.
  private(set) var characters: [Character]
  /// How many characters stand before the cursor.
  package private(set) var cursor: Int
  var kills = KillRing()
  private var past = EditHistory()
  private var latest = EditHistory.Step.other

  /// Makes a field with the cursor after the text, or after the first `limit` characters of it.
  package init(_ text: String = "") {
    characters = Array(Self.oneLine(text).prefix(Self.limit))
    cursor = characters.count
  }

  /// The whole text.
  package var text: String { String(characters) }

  /// The text before the cursor.
  package var textBeforeCursor: String { String(characters[..<cursor]) }

  /// Whether no more text is taken.
  package var isFull: Bool { characters.count >= Self.limit || scalarCount >= Self.scalarLimit }

  /// Whether the cursor stands behind the whole text.
  package var isCursorAtEnd: Bool { cursor == characters.count }

  /// Puts text in at the cursor, as one line: line ends and tabs become blanks, other controls go.
  ///
  /// Of a text that is too long, as much is taken as keeps the whole within `limit`. Characters that are put in one by
  /// one are undone as one word; a longer text is undone as a whole.
  package mutating func insert(_ text: String) {
    insert(text, as: text.count == 1 ? .typing : .other)
  }

  /// Puts text in at the cursor as an edit of its own kind.
  mutating func insert(_ text: String, as step: EditHistory.Step) {
    guard let taken = fitting(text) else { return }
    change(step, beginsAnew: taken.allSatisfy(\.isWhitespace)) {
      $0.splice($0.cursor..<$0.cursor, with: taken)
    }
  }

  /// Exchanges the whole text and puts the cursor behind it; one undo brings the former text back.
  package mutating func replace(with text: String) {
    replace(0..<characters.count, with: text)
  }

  /// Exchanges some characters, counted from the start, and puts the cursor behind what takes their place.
  /// - Precondition: the range lies within the text.
  package mutating func replace(_ range: Range<Int>, with text: String) {
    guard String(characters[range]) != text else {
      return move(to: range.upperBound)
    }
    change(.other) { field in
      field.splice(range, with: "")
      if let taken = field.fitting(text) { field.splice(field.cursor..<field.cursor, with: taken) }
    }
  }

  // MARK: What the edits are made of

  /// Changes the text in a way that can be undone.
  mutating func change(
    _ step: EditHistory.Step, beginsAnew: Bool = false, _ body: (inout TextField) -> Void
  ) {
    let before = EditHistory.Moment(text: text, cursor: cursor)
    let joins = !beginsAnew && step.joins(latest)
    body(&self)
    if !joins { past.add(before) }
    latest = step
  }

  /// What the latest edit was.
  var latestStep: EditHistory.Step { latest }

  /// Goes back to before the latest edit, or the latest run of them.
  mutating func goBack() {
    guard let moment = past.removeLatest() else { return }
    characters = Array(moment.text)
    cursor = moment.cursor
    latest = .other
  }

  /// Moves the cursor, which ends a run of edits.
  mutating func move(to place: Int) {
    guard place != cursor else { return }
    cursor = place
    latest = .other
  }

  /// Exchanges characters and puts the cursor behind what takes their place.
  mutating func splice(_ range: Range<Int>, with text: String) {
    // Segmented anew, because a combining mark joins the character before it.
    let head = String(characters[..<range.lowerBound]) + text
    characters = Array(head + String(characters[range.upperBound...]))
    cursor = min(head.count, characters.count)
  }

  /// As much of a text as there is room for, as one line; `nil` for nothing.
  private func fitting(_ text: String) -> String? {
    let room = min(Self.scalarLimit - scalarCount, Self.scalarLimit)
    let taken = String(Self.oneLine(text, scalars: room).prefix(max(0, Self.limit - characters.count)))
    return taken.isEmpty ? nil : taken
  }

  private var scalarCount: Int { characters.reduce(0) { $0 + $1.unicodeScalars.count } }

  private static func oneLine(_ text: String, scalars limit: Int = scalarLimit) -> String {
    var line = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      guard count < limit else { break }
      switch scalar {
      case "\r": continue
      case "\n", "\t", "\u{2028}", "\u{2029}": line.append(" ")
      case _ where scalar.properties.generalCategory == .control: continue
      default: line.append(scalar)
      }
      count += 1
    }
    return String(line)
  }
}

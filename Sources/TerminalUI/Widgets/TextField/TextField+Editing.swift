extension TextField {
  /// A change of the text or of the cursor.
  ///
  /// A word is a run of letters and digits, so that `brand:velvet` is two; a *blank word* is all between blanks. What a
  /// `kill` deletes can be put back by `yank`.
  package enum Edit: Hashable, Sendable, CaseIterable {
    case left, right, wordLeft, wordRight, start, end
    case deleteLeft, deleteRight
    case killWordLeft, killBlankWordLeft, killWordRight, killToStart, killToEnd
    /// Puts back what was killed last; right after that, `yankEarlier` takes what was killed before instead.
    case yank, yankEarlier
    /// Exchanges the characters around the cursor, or the last two at the end.
    case transpose
    case undo
  }

  /// Performs an edit; where there is nothing to do, it has no effect.
  /// - Complexity: O(*n*) in the length of the text.
  package mutating func apply(_ edit: Edit) {
    switch edit {
    case .left: move(to: max(0, cursor - 1))
    case .right: move(to: min(characters.count, cursor + 1))
    case .wordLeft: move(to: start(ofWordBy: \.isPartOfWord))
    case .wordRight: move(to: wordEnd)
    case .start: move(to: 0)
    case .end: move(to: characters.count)
    case .deleteLeft: erase(max(0, cursor - 1)..<cursor, .erasingLeft)
    case .deleteRight: erase(cursor..<min(characters.count, cursor + 1), .erasingRight)
    case .killWordLeft: kill(start(ofWordBy: \.isPartOfWord)..<cursor, .left)
    case .killBlankWordLeft: kill(start { !$0.isWhitespace }..<cursor, .left)
    case .killWordRight: kill(cursor..<wordEnd, .right)
    case .killToStart: kill(0..<cursor, .left)
    case .killToEnd: kill(cursor..<characters.count, .right)
    case .yank: yank(at: 0)
    case .yankEarlier: yankEarlier()
    case .transpose: transpose()
    case .undo: goBack()
    }
  }

  private func start(ofWordBy isInside: (Character) -> Bool) -> Int {
    var index = cursor
    while index > 0, !isInside(characters[index - 1]) { index -= 1 }
    while index > 0, isInside(characters[index - 1]) { index -= 1 }
    return index
  }

  private var wordEnd: Int {
    var index = cursor
    while index < characters.count, !characters[index].isPartOfWord { index += 1 }
    while index < characters.count, characters[index].isPartOfWord { index += 1 }
    return index
  }

  private mutating func erase(_ range: Range<Int>, _ step: EditHistory.Step) {
    guard !range.isEmpty else { return }
    change(step) { $0.splice(range, with: "") }
  }

  private mutating func kill(_ range: Range<Int>, _ side: KillRing.Side) {
    guard !range.isEmpty else { return }
    kills.take(String(characters[range]), from: side, joining: latestStep == .killing)
    change(.killing) { $0.splice(range, with: "") }
  }

  private mutating func yank(at place: Int) {
    guard let text = kills[place] else { return }
    insert(text, as: .yanking(at: place))
  }

  /// Takes what was put back out again, and puts back what was killed before it.
  private mutating func yankEarlier() {
    guard case .yanking(let place) = latestStep, kills.count > 1 else { return }
    goBack()
    yank(at: (place + 1) % kills.count)
  }

  private mutating func transpose() {
    let place = min(cursor, characters.count - 1)
    guard place > 0 else { return }
    let exchanged = String([characters[place], characters[place - 1]])
    change(.other) { $0.splice(place - 1..<place + 1, with: exchanged) }
  }
}

extension Character {
  /// Whether the character belongs to a word.
  fileprivate var isPartOfWord: Bool { isLetter || isNumber }
}

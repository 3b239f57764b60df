@testable import TerminalUI

/// What a text field should do, said the slow way: the whole history of a session, read again for every question.
struct TextFieldOracle {
  /// A change of the text as it happened.
  private struct Change {
    let before: (head: String, tail: String)
    let kind: Kind
    let beginsAnew: Bool
  }

  private enum Kind: Equatable { case typing, erasingLeft, erasingRight, killing, yanking(Int), other }

  private var head = ""
  private var tail = ""
  private var changes: [Change] = []
  private var kills: [String] = []
  private var latest = Kind.other

  var text: String { head + tail }
  var cursor: Int { min(head.count, text.count) }

  mutating func insert(_ text: String) {
    let line = text.replacing("\r\n", with: "\n").replacing("\n", with: " ").replacing("\t", with: " ")
    guard !line.isEmpty else { return }
    change(line.count == 1 ? .typing : .other, beginsAnew: line.allSatisfy(\.isWhitespace)) {
      $0.head += line
    }
  }

  mutating func apply(_ edit: TextField.Edit) {
    normalise()
    switch edit {
    case .left: move(head.count - 1)
    case .right: move(head.count + 1)
    case .start: move(0)
    case .end: move(text.count)
    case .wordLeft: move(head.count - distance(over: head.reversed(), isInside: Self.isWord))
    case .wordRight: move(head.count + distance(over: Array(tail), isInside: Self.isWord))
    case .deleteLeft: remove(left: 1, .erasingLeft)
    case .deleteRight: remove(right: 1, .erasingRight)
    case .killWordLeft: kill(left: distance(over: head.reversed(), isInside: Self.isWord))
    case .killBlankWordLeft: kill(left: distance(over: head.reversed()) { !$0.isWhitespace })
    case .killWordRight: kill(right: distance(over: Array(tail), isInside: Self.isWord))
    case .killToStart: kill(left: head.count)
    case .killToEnd: kill(right: tail.count)
    case .yank: yank(0)
    case .yankEarlier:
      guard case .yanking(let age) = latest, kills.count > 1 else { return }
      undo()
      yank((age + 1) % kills.count)
    case .transpose: transpose()
    case .undo: undo()
    }
    normalise()
  }

  private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  /// Puts the border between head and tail where the field has its cursor.
  private mutating func normalise() {
    let (whole, place) = (text, cursor)
    head = String(whole.prefix(place))
    tail = String(whole.dropFirst(place))
  }

  private mutating func move(_ place: Int) {
    let target = max(0, min(place, text.count))
    guard target != head.count else { return }
    let whole = text
    head = String(whole.prefix(target))
    tail = String(whole.dropFirst(target))
    latest = .other
  }

  /// How many of the characters one passes come before the far end of the next word.
  private func distance(over characters: [Character], isInside: (Character) -> Bool) -> Int {
    let gap = characters.prefix { !isInside($0) }.count
    return gap + characters.dropFirst(gap).prefix(while: isInside).count
  }

  private mutating func change(
    _ kind: Kind, beginsAnew: Bool = false, _ body: (inout TextFieldOracle) -> Void
  ) {
    let joins = !beginsAnew && kind == latest && [.typing, .erasingLeft, .erasingRight].contains(kind)
    let before = (head, tail)
    body(&self)
    if !joins { changes.append(Change(before: before, kind: kind, beginsAnew: beginsAnew)) }
    latest = kind
    normalise()
  }

  private mutating func remove(left: Int = 0, right: Int = 0, _ kind: Kind) {
    guard min(left, head.count) + min(right, tail.count) > 0 else { return }
    change(kind) {
      $0.head.removeLast(min(left, $0.head.count))
      $0.tail.removeFirst(min(right, $0.tail.count))
    }
  }

  private mutating func kill(left: Int = 0, right: Int = 0) {
    guard left + right > 0 else { return }
    let text = left > 0 ? String(head.suffix(left)) : String(tail.prefix(right))
    if latest == .killing, let last = kills.popLast() {
      kills.append(left > 0 ? text + last : last + text)
    } else {
      kills.append(text)
    }
    kills = kills.suffix(KillRing.capacity)
    change(.killing) {
      $0.head.removeLast(left)
      $0.tail.removeFirst(right)
    }
  }

  private mutating func yank(_ age: Int) {
    guard let text = kills.dropLast(age).last else { return }
    change(.yanking(age)) { $0.head += text }
  }

  private mutating func transpose() {
    guard text.count > 1, !head.isEmpty else { return }
    change(.other) {
      if $0.tail.isEmpty { $0.tail = String($0.head.removeLast()) }
      let after = $0.tail.removeFirst()
      let before = $0.head.removeLast()
      $0.head += String([after, before])
    }
  }

  private mutating func undo() {
    guard let change = changes.suffix(EditHistory.capacity).last else { return }
    changes.removeLast()
    (head, tail) = change.before
    latest = .other
  }
}

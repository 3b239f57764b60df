import TerminalUI

/// Key scripts: `mug<enter>jj3u<ctrl-r>`.
enum Script {
  private static let named: [String: Key] = [
    "enter": .enter, "esc": .escape, "tab": .tab, "backtab": .backTab, "backspace": .backspace,
    "delete": .delete, "up": .up, "down": .down, "left": .left, "right": .right, "home": .home, "end": .end,
    "pagedown": .pageDown, "pageup": .pageUp, "space": .character(" "), "less": .character("<"),
  ]

  static func keys(_ script: String) -> [Key] {
    var keys: [Key] = []
    var rest = script[...]
    while let first = rest.popFirst() {
      guard first == "<", let end = rest.firstIndex(of: ">") else {
        keys.append(.character(first))
        continue
      }
      let name = String(rest[..<end])
      rest = rest[rest.index(after: end)...]
      keys.append(key(named: name))
    }
    return keys
  }

  private static func key(named name: String) -> Key {
    if let key = named[name] { return key }
    if name == "ctrl-left" { return .controlLeft }
    if name == "ctrl-right" { return .controlRight }
    if name.hasPrefix("f"), let number = Int(name.dropFirst()) { return .function(number) }
    if name.hasPrefix("ctrl-"), let letter = name.last { return .control(letter) }
    if name.hasPrefix("alt-"), let letter = name.last { return .alt(letter) }
    preconditionFailure("no key is called <\(name)>")
  }
}

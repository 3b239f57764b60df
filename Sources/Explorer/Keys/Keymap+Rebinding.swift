package import TerminalUI

/// Other keys for an action.
package struct KeyChange: Hashable, Sendable {
  /// The action's name.
  package let action: String
  /// The sequences that are to trigger it, in place of those it had; none takes its keys away.
  package let sequences: [[Key]]

  /// Describes a change.
  package init(action: String, sequences: [[Key]]) {
    self.action = action
    self.sequences = sequences
  }
}

/// Why a change of keys was left out.
package enum KeyRefusal: Hashable, Sendable {
  /// There is no such action.
  case unknownAction
  /// The action's keys are those of the scale.
  case fixed
  /// Another action has the keys in a place where both are valid, or keys that begin or continue them.
  case taken(sequence: [Key], by: String, with: [Key], place: KeyContext)
  /// Where text is typed, a character can't be a command.
  case typed(sequence: [Key])
}

extension Keymap {
  /// The keymap with other keys for some actions, and which changes were left out.
  ///
  /// All changes are looked at together, so that two actions may exchange their keys. Where one clashes, it is left out
  /// and the action keeps the keys it has; so the result never gives a key two meanings that the keymap did not.
  package func applying(_ changes: [KeyChange]) -> (
    keymap: Keymap, refusals: [(change: Int, refusal: KeyRefusal)]
  ) {
    var refusals: [(Int, KeyRefusal)] = []
    var accepted: [String: (place: Int, sequences: [[Key]])] = [:]
    for (place, change) in changes.enumerated() {
      if let refusal = refusal(of: change) {
        refusals.append((place, refusal))
      } else {
        accepted[change.action] = (place, change.sequences)
      }
    }
    // Leaving one out gives its old keys back, which may clash with another that was fine before.
    while true {
      let candidate = Keymap(
        bindings.map { binding in
          accepted[binding.name].map { binding.with(keys: $0.sequences) } ?? binding
        })
      guard let (name, refusal) = candidate.firstClash(among: accepted.mapValues(\.place)),
        let place = accepted[name]?.place
      else { return (candidate, refusals.sorted { $0.0 < $1.0 }.map { (change: $0.0, refusal: $0.1) }) }
      refusals.append((place, refusal))
      accepted[name] = nil
    }
  }

  private func refusal(of change: KeyChange) -> KeyRefusal? {
    guard let binding = bindings.first(where: { $0.name == change.action }) else { return .unknownAction }
    if binding.command == .grade { return .fixed }
    guard binding.contexts.allSatisfy(\.isTyping) else { return nil }
    return change.sequences.first { if case .character = $0.first { true } else { false } }
      .map { .typed(sequence: $0) }
  }

  /// The last of the changed actions that clashes with any action, and with which.
  private func firstClash(among changed: [String: Int]) -> (name: String, refusal: KeyRefusal)? {
    let latestFirst = changed.sorted { $0.value > $1.value }.map(\.key)
    for name in latestFirst {
      guard let binding = bindings.first(where: { $0.name == name }) else { continue }
      for other in bindings where other.name != name {
        if let refusal = binding.clash(with: other) { return (name, refusal) }
      }
    }
    return nil
  }
}

extension Binding {
  /// The same action with other keys, which then name themselves in the help.
  fileprivate func with(keys: [[Key]]) -> Binding {
    Binding(name, command, keys: keys, help: help, hint: hint, in: contexts)
  }

  fileprivate func clash(with other: Binding) -> KeyRefusal? {
    for context in contexts where other.contexts.contains(context) {
      for sequence in keys(in: context) {
        let taken = other.keys(in: context).first { $0.starts(with: sequence) || sequence.starts(with: $0) }
        if let taken { return .taken(sequence: sequence, by: other.name, with: taken, place: context) }
      }
    }
    return nil
  }
}

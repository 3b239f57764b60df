internal import Explorer
internal import Storage
internal import TerminalUI

/// The keymap with the keys that a file gives to actions, and what of them could not be used.
struct ConfiguredKeys {
  let keymap: Keymap
  /// Where the keys of changed actions come from, by the actions' names.
  private(set) var origins: [String: SettingOrigin] = [:]
  private(set) var problems: [ConfigurationProblem] = []

  init(_ file: ConfigurationFile?, standard: Keymap = .standard) {
    var changes: [(change: KeyChange, line: Int)] = []
    var unreadable: [ConfigurationProblem] = []
    let path = file?.path ?? ""
    for entry in file?.keys ?? [] {
      do throws(KeyNotation.Failure) {
        var sequences: [[Key]] = []
        for text in entry.sequences { sequences.append(try KeyNotation.keys(text)) }
        changes.append((KeyChange(action: entry.action, sequences: sequences), entry.line))
      } catch {
        let reason = Diagnostics.spelledOut("'\(entry.action)': \(error)")
        unreadable.append(ConfigurationProblem(source: path, line: entry.line, reason: reason))
      }
    }
    let (keymap, refusals) = standard.applying(changes.map(\.change))
    self.keymap = keymap
    for (change, line) in changes { origins[change.action] = .file(path: path, line: line) }
    problems =
      unreadable
      + refusals.map { place, refusal in
        let (change, line) = changes[place]
        return ConfigurationProblem(
          source: path, line: line, reason: Self.sentence(about: refusal, action: change.action, in: standard)
        )
      }
    for (place, _) in refusals { origins[changes[place].change.action] = nil }
  }

  private static func sentence(about refusal: KeyRefusal, action: String, in keymap: Keymap) -> String {
    let name = Diagnostics.spelledOut(action)
    switch refusal {
    case .unknownAction:
      let names = keymap.bindings.map(\.name)
      let advice = NearestName.of(action, among: names).map { "did you mean '\($0)'?" }
      return "unknown action '\(name)'; \(advice ?? "assay config keys lists them")"
    case .fixed:
      return "'\(name)' has the digits and letters of the scale, which the catalogue decides"
    case .taken(let sequence, let other, let with, let place):
      let key = KeyNotation.text(sequence)
      let clash = sequence == with ? "is also the key of" : "clashes with \(KeyNotation.text(with)) of"
      return "'\(name)': \(key) \(clash) '\(other)' in the \(place.name); give one of them another key"
    case .typed(let sequence):
      return
        "'\(name)': \(KeyNotation.text(sequence)) is typed as text there; take ctrl-, alt- or a function key"
    }
  }
}

/// What `config.toml` says, as far as it can be read, and everything in it that can't.
///
/// ```toml
/// theme = "dark"
/// fields = ["brand", "price"]
///
/// [keys]
/// next-query = ["]", "g n"]
/// ```
///
/// A bad entry is a problem of its own and never keeps another one from being read; a text that is not TOML has a single
/// problem and no entries.
package struct ConfigurationFile: Sendable {
  /// A value with its line.
  package struct Entry: Hashable, Sendable {
    /// What is set.
    package let key: ConfigurationKey
    /// What it is set to.
    package let value: ConfigurationValue
    /// The line, from 1.
    package let line: Int
  }

  /// The keys of an action with their line.
  package struct KeyEntry: Hashable, Sendable {
    /// The action's name, which may be none.
    package let action: String
    /// Key sequences as written, any of which is to trigger the action; none takes its keys away.
    package let sequences: [String]
    /// The line, from 1.
    package let line: Int
  }

  /// The file.
  package let path: String
  /// Whether the file is there.
  package let exists: Bool
  /// What is set, in the order of the file.
  package private(set) var entries: [Entry] = []
  /// The keys of actions, in the order of the file.
  package private(set) var keys: [KeyEntry] = []
  /// What could not be used, in the order of the file.
  package private(set) var problems: [ConfigurationProblem] = []

  /// The place of the user's file: `$XDG_CONFIG_HOME/assay/config.toml`; `nil` when the environment names no home.
  package static func customaryPath(in environment: [String: String]) -> String? {
    UserFolder.configuration.path(in: environment).map { Path.join($0, "assay/config.toml") }
  }

  /// Reads a file; one that is not there says nothing and has no problem.
  package init(reading path: String) {
    self.path = path
    exists = Path.exists(path)
    guard exists else { return }
    do {
      let bytes = try AtomicFile.read(path)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        report(nil, "not valid UTF-8")
        return
      }
      read(text)
    } catch let StorageError.unreadable(_, reason) {
      report(nil, "can't be read: \(reason)")
    } catch {
      report(nil, "can't be read")
    }
  }

  /// Reads a text that stands for the file at `path`.
  init(parsing text: String, path: String) {
    self.path = path
    exists = true
    read(text)
  }

  private mutating func read(_ text: String) {
    do throws(TOMLError) {
      let table = try TOMLTable(parsing: text)
      for entry in table.entries {
        if entry.key == "keys" { readKeys(entry) } else { read(entry) }
      }
    } catch {
      report(error.position.line, error.reason)
    }
  }

  private mutating func read(_ entry: TOMLTable.Entry) {
    let line = entry.position.line
    guard let key = ConfigurationKey(rawValue: entry.key) else {
      let known = ConfigurationKey.allCases.map(\.rawValue) + ["keys"]
      let name = PlainText.sanitised(entry.key)
      report(line, "unknown setting '\(name)'; \(NearestName.advice(on: entry.key, among: known))")
      return
    }
    guard let value = ConfigurationValue(entry.value, as: key.kind) else {
      report(line, "'\(key.rawValue)' must be \(key.kind.expectation)")
      return
    }
    entries.append(Entry(key: key, value: value, line: line))
  }

  private mutating func readKeys(_ entry: TOMLTable.Entry) {
    guard let table = entry.value.table else {
      report(entry.position.line, "'keys' must be a table [keys] of actions and their keys")
      return
    }
    for entry in table.entries {
      guard case .texts(let sequences)? = ConfigurationValue(entry.value, as: .texts) else {
        let name = PlainText.sanitised(entry.key)
        report(
          entry.position.line, "the keys of '\(name)' must be a text or a list of texts, such as \"ctrl-n\"")
        continue
      }
      keys.append(KeyEntry(action: entry.key, sequences: sequences, line: entry.position.line))
    }
  }

  private mutating func report(_ line: Int?, _ reason: String) {
    problems.append(ConfigurationProblem(source: path, line: line, reason: reason))
  }
}

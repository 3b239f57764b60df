internal import TerminalUI

extension ExplorerState {
  /// Performs a command while something about columns is written or the saved ones are listed; `nil` leaves it to what
  /// is common to all views.
  mutating func arrangeInDialogue(_ command: Command) -> [Effect]? {
    if columnPrompt != nil { return editColumnPrompt(command) }
    return presets == nil ? nil : browsePresets(command)
  }

  private mutating func editColumnPrompt(_ command: Command) -> [Effect]? {
    switch command {
    case .edit(let edit): columnPrompt?.field.apply(edit)
    case .complete: return completedLine == nil ? [] : complete()
    case .back: columnPrompt = nil
    case .column(.accept): return acceptColumnPrompt()
    default: return nil
    }
    return []
  }

  private mutating func acceptColumnPrompt() -> [Effect] {
    guard let prompt = columnPrompt else { return [] }
    let text = prompt.field.text.trimmed
    switch prompt.purpose {
    case .filter(let column):
      columnPrompt = nil
      guard columns.indices.contains(column), columns[column].settings.filter != text else { return [] }
      return tryFilter(text, column: column, prompt)
    case .name:
      guard !text.isEmpty else {
        notice = Notice("give the columns a name, or leave with esc")
        return []
      }
      return savePreset(as: text, prompt)
    case .threshold:
      acceptThreshold(text)
      return []
    }
  }

  /// Searches with other filters of a column; until that is answered, it is not known whether they can be read.
  private mutating func tryFilter(_ text: String, column: Int, _ prompt: ColumnPrompt) -> [Effect] {
    let former = columns[column].settings.filter
    columns[column].settings.filter = text
    triedFilter = TriedFilter(prompt: prompt, former: former, filter: text)
    return [search(column: column)]
  }

  /// Opens the line again with the place that can't be read marked, and goes back to the filters that are answered.
  ///
  /// The column may have been asked for something else meanwhile, or have moved: its filters say whether it is the one.
  mutating func refuseFilter(column: Int, _ failure: SearchFailure) -> [Effect] {
    guard let tried = triedFilter, tried.filter == columns[column].settings.filter else { return [] }
    triedFilter = nil
    columns[column].settings.filter = tried.former
    // Whoever went elsewhere meanwhile is not fetched back.
    let isHere = context == .results
    notice = Notice(isHere ? failure.brief : failure.message, isWarning: true)
    if isHere {
      columnPrompt = ColumnPrompt(purpose: .filter(column: column), field: tried.prompt.field)
      columnPrompt?.fault = failure.filterRange
    }
    return [search(column: column)]
  }

  /// Saves the columns; under a name that is taken, only when asked twice.
  private mutating func savePreset(as name: String, _ prompt: ColumnPrompt) -> [Effect] {
    let isName = { (other: String) in other.utf8.elementsEqual(name.utf8) }
    let mayReplace = prompt.replaced.map(isName) ?? false
    if !mayReplace, prompt.taken?.contains(where: isName) == true {
      columnPrompt?.replaced = name
      notice = Notice("“\(name)” is saved already; enter once more replaces it", isWarning: true)
      return []
    }
    columnPrompt = nil
    let preset = ColumnPreset(name: name, columns: columns.map(\.settings))
    return [.savePreset(preset, mayReplace: mayReplace)]
  }

  private mutating func browsePresets(_ command: Command) -> [Effect]? {
    let doomed = presets?.doomed
    presets?.doomed = nil
    switch command {
    case .back: presets = nil
    case .down, .up, .top, .bottom, .pageDown, .pageUp:
      let last = max(0, (presets?.saved?.presets.count ?? 0) - 1)
      let cursor = presets?.cursor ?? 0
      presets?.cursor = command.position(from: cursor, page: 10, last: last)
    case .column(.load): return loadPreset()
    case .column(.delete):
      guard let chosen = presets?.chosen else { break }
      if doomed == chosen.name { return [.deletePreset(chosen.name)] }
      presets?.doomed = chosen.name
      notice = Notice("once more deletes “\(chosen.name)”", isWarning: true)
    default: return nil
    }
    return []
  }

  private mutating func loadPreset() -> [Effect] {
    guard let chosen = presets?.chosen else { return [] }
    guard chosen.problem == nil, (1...ColumnArrangement.most).contains(chosen.columns.count) else {
      notice = Notice(chosen.problem ?? "“\(chosen.name)” has no columns", isWarning: true)
      return []
    }
    presets = nil
    notice = Notice("the columns “\(chosen.name)”; zu goes back")
    return change(to: ColumnArrangement(settings: chosen.columns))
  }

  /// Takes what is saved of columns, while that is looked at or another name is written.
  mutating func take(_ saved: SavedPresets) {
    if columnPrompt?.purpose == .name { columnPrompt?.taken = saved.presets.map(\.name) }
    guard let cursor = presets?.cursor else { return }
    presets?.saved = saved
    presets?.cursor = min(cursor, max(0, saved.presets.count - 1))
  }
}

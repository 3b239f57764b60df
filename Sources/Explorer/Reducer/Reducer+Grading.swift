internal import Relevance
internal import TerminalUI

extension ExplorerState {
  /// What decisions are about, or why nothing can be decided now.
  enum Judgeable {
    case subject(Subject)
    case refused(String)
    case nothing
  }

  /// Performs a command that says something about the item before the eyes; `nil` for any other command.
  mutating func judge(_ command: Command, key: Key) -> [Effect]? {
    switch command {
    case .grade: return grade(key)
    case .clearGrade: return say(.answer(.withdrawn), advancing: false)
    case .skip: return skip()
    case .cannotTell: return say(.answer(.cannotTell), advancing: true)
    case .toggleFlag:
      guard case .subject(let subject) = view.screen.judgeable(in: self) else { return refuse() }
      let isFlagged = book.opinion(of: subject.item, for: subject.query.id).isFlagged
      return say(.flag(!isFlagged), advancing: false)
    case .writeNote: return openNote()
    case .undo: return takeBack(book.undo(), nothing: "nothing to undo", verb: "undone")
    case .redo: return takeBack(book.redo(), nothing: "nothing to redo", verb: "redone")
    default: return nil
    }
  }

  /// Gives the grade a digit or a letter names, and advances.
  private mutating func grade(_ key: Key) -> [Effect] {
    guard case .character(let character) = key else { return [] }
    guard let grade = bench.scale.grade(forKey: character) else {
      let scale = bench.scale
      let range = "\(scale.lowest)-\(scale.highest)"
      let name = scale.id == range ? "" : " (\(scale.id))"
      notice = Notice("\(character) is not on the scale \(range)\(name)", isWarning: true)
      return []
    }
    return say(.answer(.grade(grade)), advancing: true)
  }

  /// Passes over the item; what was decided about it before stays.
  private mutating func skip() -> [Effect] {
    guard case .subject(let subject) = view.screen.judgeable(in: self) else {
      // Where nothing is asked for, the key is for moving on.
      return view == .explore && isBrowsing ? view.screen.advance(&self) : refuse()
    }
    guard book.opinion(of: subject.item, for: subject.query.id).isOpen else {
      return view.screen.advance(&self)
    }
    return say(.answer(.skipped), advancing: true)
  }

  /// Says something about the item before the eyes.
  private mutating func say(_ statement: Statement, advancing: Bool) -> [Effect] {
    guard case .subject(let subject) = view.screen.judgeable(in: self) else { return refuse() }
    return say(statement, about: subject) + (advancing ? view.screen.advance(&self) : [])
  }

  private mutating func say(_ statement: Statement, about subject: Subject) -> [Effect] {
    let attention = attention.flatMap { $0.subject.isSamePair(as: subject) ? $0 : nil }
    let circumstances = Circumstances(
      seen: subject.seen, isBlind: subject.isBlind,
      milliseconds: now.flatMap { now in attention.map { now - $0.since } })
    guard let draft = book.say(statement, about: subject.item, for: subject.query, under: circumstances)
    else { return [] }
    measureColumns()
    return [.append(draft)] + view.screen.judged(statement, under: circumstances, &self)
  }

  private mutating func refuse() -> [Effect] {
    if case .refused(let reason) = view.screen.judgeable(in: self) {
      notice = Notice(reason, isWarning: true)
    }
    return []
  }

  /// Shows what undo or redo did, where the item is.
  private mutating func takeBack(
    _ step: (change: GradeBook.Change, draft: JudgmentDraft)?, nothing: String, verb: String
  ) -> [Effect] {
    guard let (change, draft) = step else {
      notice = Notice(nothing)
      return []
    }
    notice = Notice(
      "\(verb): \(change.item) has \(change.after.words(on: bench.scale)) for “\(change.query.text)”")
    measureColumns()
    return [.append(draft)] + view.screen.reveal(change.item, for: change.query, &self)
  }

  mutating func judgmentFailed(_ token: Int, _ message: String) {
    guard let change = book.failed(token: token) else { return }
    failedSaves += 1
    let what =
      switch change.after {
      case .answer(.grade(let grade)): "grade \(grade)"
      case .answer(.withdrawn): "withdrawal"
      case .answer(.skipped): "skip"
      case .answer: "“can't tell”"
      case .flag: "flag"
      case .note: "note"
      }
    notice = Notice("\(what) of \(change.item) not saved: \(message)", isWarning: true)
    measureColumns()
  }
}

// MARK: - Notes

extension ExplorerState {
  private mutating func openNote() -> [Effect] {
    guard case .subject(let subject) = view.screen.judgeable(in: self) else { return refuse() }
    let note = book.opinion(of: subject.item, for: subject.query.id).note
    noteEditor = NoteEditor(field: TextField(note), subject: subject)
    return []
  }

  /// Performs a command while a note is being written; `nil` leaves it to what is common.
  mutating func editNote(_ command: Command) -> [Effect]? {
    switch command {
    case .edit(let edit): noteEditor?.field.apply(edit)
    case .back: noteEditor = nil
    case .saveNote:
      guard let editor = noteEditor else { return [] }
      noteEditor = nil
      return say(.note(editor.field.text.trimmed), about: editor.subject)
    default: return nil
    }
    return []
  }
}

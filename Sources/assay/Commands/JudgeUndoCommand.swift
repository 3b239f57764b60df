internal import ArgumentParser
internal import Relevance
internal import Storage

/// `assay judge undo`: a batch of decisions taken back by new ones.
struct JudgeUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take a whole batch of decisions back, such as an import.",
    discussion: """
      Nothing is erased: new lines bring back what was decided before the batch, or withdraw. What was decided since \
      then stays. The new lines are a batch themselves, undo:BATCH, which can be undone in turn by redo:BATCH. \
      'assay judge status' lists the batches.
      """)

  @Argument(help: "The batch.")
  var batch: String

  @Argument(help: "A journal, or an index or a catalogue that has one.")
  var place: String = "."

  @Flag(help: "Say what would be done, and write nothing.")
  var dryRun = false

  func run() throws {
    let journal = try JournalPlace.existing(place, settings: .current)
    let content = try journal.read()
    if let repair = content.repair { Diagnostics.say("assay: \(repair)") }
    let time = Timestamp.now()
    guard var undo = BatchUndo(of: batch, in: content.judgments, at: time) else {
      throw CommandFailure.data(unknown(content, path: journal.path))
    }
    let name = Self.name(for: batch, taken: content)
    if !dryRun {
      // Somebody may have decided something in the meantime: what counts is the journal under its lock.
      try journal.append(batch: name) { latest in
        undo = BatchUndo(of: batch, in: latest.judgments, at: time) ?? undo
        return undo.decisions
      }
    }
    TextOutput.line(report(undo, name: name, content))
  }

  /// What the undoing of a batch is called: `undo:BATCH`, that of an undoing `redo:BATCH`, that of a redoing `undo:BATCH`.
  static func stem(for batch: String) -> String {
    let (undone, redone) = ("undo:", "redo:")
    if batch.hasPrefix(undone) { return redone + batch.dropFirst(undone.count) }
    if batch.hasPrefix(redone) { return undone + batch.dropFirst(redone.count) }
    return undone + batch
  }

  /// The first of `undo:BATCH`, `undo:BATCH:2`, … that is free.
  static func name(for batch: String, taken content: JournalContent) -> String {
    let taken = Set(content.judgments.compactMap(\.batch))
    let stem = stem(for: batch)
    var name = stem
    var count = 1
    while taken.contains(name) {
      count += 1
      name = "\(stem):\(count)"
    }
    return name
  }

  private func report(_ undo: BatchUndo, name: String, _ content: JournalContent) -> String {
    guard !undo.decisions.isEmpty else { return "nothing to undo: " + reason(content) }
    let verb = dryRun ? "would be" : "were"
    return "\(undo.withdrawn) \(verb) withdrawn, \(undo.restored) \(verb) brought back to what they were, "
      + "\(undo.kept) decided again since and kept"
      + (dryRun ? "" : "; to take this back: \(command(for: name))")
  }

  /// Why nothing of the batch stands any more.
  private func reason(_ content: JournalContent) -> String {
    let stem = Self.stem(for: batch)
    let last = content.judgments.last { judgment in
      judgment.batch.map { $0 == stem || $0.hasPrefix(stem + ":") } ?? false
    }
    guard let taker = last?.batch else {
      return "everything the batch '\(batch)' decided was decided again since"
    }
    return "the batch '\(batch)' was taken back by '\(taker)'; to bring it back: \(command(for: taker))"
  }

  /// The command that takes a batch of this journal back.
  private func command(for name: String) -> String {
    "assay judge undo \(ShellWord.quoted(name))" + (place == "." ? "" : " " + ShellWord.quoted(place))
  }

  private func unknown(_ content: JournalContent, path: String) -> StorageError {
    let names = Set(content.judgments.compactMap(\.batch)).sorted()
    let known =
      names.isEmpty ? "it has none" : "it has " + names.suffix(8).map { "'\($0)'" }.joined(separator: ", ")
    return .malformed(path: path, reason: "no batch '\(batch)'; \(known)")
  }
}

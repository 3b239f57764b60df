internal import Glibc
internal import Relevance
internal import Storage

/// Appends many decisions at once, after somebody has agreed.
struct BatchAppend {
  /// Where they go.
  let journal: JudgmentJournal
  /// What begins the name of the batch, such as `import`.
  let kind: String
  /// When, which is the rest of the name.
  let time: String
  /// Whether nobody needs to be asked.
  let isAgreed: Bool

  /// Appends the decisions and says how to undo it.
  /// - Returns: whether they were appended; somebody may have said no.
  func append(_ judgments: [Judgment]) throws -> Bool {
    guard !judgments.isEmpty else {
      Diagnostics.say("nothing to add")
      return true
    }
    if !isAgreed, try !isConfirmed(count: judgments.count) { return false }
    let batch = "\(kind)-\(time)"
    try journal.append(judgments, batch: batch)
    Diagnostics.say(
      "added \(judgments.count); take back with: assay judge undo \(ShellWord.quoted(batch)) "
        + ShellWord.quoted(journal.path))
    return true
  }

  private func isConfirmed(count: Int) throws(CommandFailure) -> Bool {
    guard isatty(STDIN_FILENO) == 1, Diagnostics.isTerminal else {
      throw .usage("nobody is there to be asked; add --yes to write, or --dry-run to look only")
    }
    Diagnostics.write("Add \(count) to \(Diagnostics.spelledOut(journal.path))? [y/N] ")
    let answer = readLine()?.lowercased() ?? ""
    return answer == "y" || answer == "yes"
  }
}

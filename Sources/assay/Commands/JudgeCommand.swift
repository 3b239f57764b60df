internal import ArgumentParser

/// `assay judge`: judgment files in and out.
struct JudgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge", abstract: "Judgments: what there is, in and out, together and back.",
    discussion: """
      Decisions are kept in a journal, a file of JSON lines that is only ever added to. Where a command asks for a \
      place, name a journal, or an index or a catalogue, whose own journal is meant then.
      """,
    subcommands: [
      JudgeStatusCommand.self, JudgeRecordCommand.self, JudgeImportCommand.self, JudgeExportCommand.self,
      JudgeMergeCommand.self, JudgeUndoCommand.self, JudgeAgreeCommand.self, JudgeStaleCommand.self,
      JudgeDeriveCommand.self, JudgeCompileCommand.self,
    ])
}

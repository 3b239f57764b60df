internal import ArgumentParser

/// The program: a command for every score a screen shows, and the explorer when none is named.
struct Assay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assay",
    abstract: "A terminal workbench for search relevance.",
    discussion: """
      Opens a product catalogue, encodes and indexes it on this machine, and shows what a query returns and why.
      Results go to standard output and diagnostics to standard error. Exit codes: 0 done, 1 the answer is no, \
      2 usage, 3 bad or missing data, 130 interrupted.
      """,
    version: Version.current,
    subcommands: [
      ExploreCommand.self, IndexCommand.self, SearchCommand.self, FindAllCommand.self, RunCommand.self,
      EvalCommand.self,
      CompareCommand.self, SweepCommand.self, ExportCommand.self, JudgeCommand.self, ModelCommand.self,
      ConfigCommand.self, LogCommand.self,
      DoctorCommand.self, BenchCommand.self,
    ],
    defaultSubcommand: ExploreCommand.self)
}

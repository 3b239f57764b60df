internal import ArgumentParser
internal import Storage

/// `assay doctor`: what an index is made of, and whether it still is.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Examine an index: sizes, settings, and every byte against its checksum.",
    discussion: """
      Prints what the index was made from and how large each part is, compares every block with its checksum, and says \
      for everything it finds which command mends it. Ends with 3 when a part of the index is damaged.
      """)

  @Argument(help: "An index, or a catalogue that has been indexed.")
  var index: String

  @Option(help: "table or json (one object).")
  var format: DoctorFormat = .table

  func run() throws {
    let settings = Settings.current
    let archive = try IndexArchive(IndexPlace.existing(index, settings: settings))
    let check = IndexCheck(archive)
    let line = ProgressLine(
      "checking", total: check.bytes >> 20, isTerminal: Diagnostics.isTerminal)
    let damages = check.run(threads: 2, progress: { line.advance(by: $0 >> 20) })
    line.finish()
    let examination = IndexExamination(archive, damages: damages, shelf: EncoderShelf(settings: settings))
    switch format {
    case .table: TextOutput.text(examination.table)
    case .json: TextOutput.line(try examination.json())
    }
    if !damages.isEmpty { throw CommandFailure.data("\(archive.path) is damaged") }
  }
}

/// How `assay doctor` prints.
enum DoctorFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json
}

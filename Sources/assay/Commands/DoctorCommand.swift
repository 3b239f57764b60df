internal import ArgumentParser
internal import Storage

/// `assay doctor`: what this program is, or what an index is made of and whether it still is.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Examine this program, or an index: sizes, settings, every byte against its checksum.",
    discussion: """
      Prints what the index was made from and how large each part is, compares every block with its checksum, and says \
      for everything it finds which command mends it. Ends with 3 when a part of the index is damaged.

      Without an index, prints the version, the processor's kernels, the libraries with their versions, the encoder, the \
      runtime for models of your own, the models that were added, and the places that the program uses; in a \
      terminal also what it was asked, what it answered and what is used. Ends with 3 when the encoder is missing or \
      broken.
      """)

  @Argument(help: "An index, or a catalogue that has been indexed; the program itself when left out.")
  var index: String?

  @Option(help: "table or json (one object).")
  var format: DoctorFormat = .table

  func run() throws {
    let settings = Settings.current
    guard let index else { return try examineProgram(settings) }
    let archive = try IndexArchive(IndexPlace.existing(index, settings: settings))
    let check = IndexCheck(archive)
    let line = ProgressLine(
      "checking", total: check.bytes >> 20, isTerminal: Diagnostics.isTerminal)
    let damages = check.run(threads: 2, progress: { line.advance(by: $0 >> 20) })
    line.finish()
    let examination = IndexExamination(archive, damages: damages, shelf: EncoderShelf(settings: settings))
    try print(examination)
    if !damages.isEmpty { throw CommandFailure.data("\(archive.path) is damaged") }
  }

  private func examineProgram(_ settings: Settings) throws {
    let examination = ProgramExamination(settings: settings)
    try print(examination)
    if !examination.findings.isEmpty { throw CommandFailure.data("the program is not complete") }
  }

  private func print(_ examination: some Examination) throws {
    switch format {
    case .table: TextOutput.text(examination.table)
    case .json: TextOutput.line(try examination.json())
    }
  }
}

/// How `assay doctor` prints.
enum DoctorFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json
}

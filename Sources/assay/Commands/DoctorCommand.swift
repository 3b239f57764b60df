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

      Without an index, prints what the index of the catalogue in the current folder is made of, if there is one, the version, the processor's kernels, the libraries with their versions, the encoder, the \
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
    let examination = try examine(IndexPlace.existing(index, settings: settings), settings)
    try print(examination)
    if examination.isDamaged { throw CommandFailure.data("\(examination.index) is damaged") }
  }

  /// Compares every byte of an index with its checksum.
  private func examine(_ path: String, _ settings: Settings) throws -> IndexExamination {
    let archive = try IndexArchive(path)
    let check = IndexCheck(archive)
    let line = ProgressLine(
      "checking", total: check.bytes >> 20, isTerminal: Diagnostics.isTerminal)
    let damages = check.run(threads: 2, progress: { line.advance(by: $0 >> 20) })
    line.finish()
    return IndexExamination(archive, damages: damages, shelf: EncoderShelf(settings: settings))
  }

  /// Examines the program and, in a catalogue's folder, the index of that.
  private func examineProgram(_ settings: Settings) throws {
    var examination = ProgramExamination(settings: settings)
    if examination.isIndexed, let index = examination.index {
      do {
        examination.indexExamination = try examine(index, settings)
      } catch {
        examination.findings.append("\(error)")
      }
    }
    try print(examination)
    if examination.indexExamination?.isDamaged == true {
      throw CommandFailure.data("\(examination.index ?? "") is damaged")
    }
    if !examination.findings.isEmpty {
      throw CommandFailure.data(
        "\(examination.findings.count == 1 ? "something is" : "some things are") not as needed")
    }
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

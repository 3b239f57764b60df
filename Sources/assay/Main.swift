internal import ArgumentParser
internal import CursesBackend
internal import Embeddings
internal import Glibc
internal import Relevance
internal import Retrieval
internal import Storage

/// Runs the command line and turns whatever it throws into one message and one exit code.
@main
enum Main {
  static func main() {
    do {
      var command = try Assay.parseAsRoot()
      try command.run()
    } catch let failure as CommandFailure {
      Diagnostics.say("assay: \(failure.message)")
      exit(failure.code.rawValue)
    } catch let error as any DataProblem {
      Diagnostics.say("assay: \(error)")
      exit(FailureCode.data.rawValue)
    } catch let error as TerminalError {
      Diagnostics.say("assay: \(error)")
      exit(FailureCode.usage.rawValue)
    } catch {
      leave(onParserError: error)
    }
  }

  /// Help and version go to standard output with 0; what the parser complains of is a usage error.
  ///
  /// An error that is not the parser's comes from a file or the system: 1 would say that the answer is no.
  private static func leave(onParserError error: any Error) -> Never {
    let code = Assay.exitCode(for: error)
    let message = Assay.fullMessage(for: error)
    let isUsage = code == .success || code == .validationFailure
    if isUsage,
      let complaint = DashedArgument.complaint(
        about: Array(CommandLine.arguments.dropFirst()), isHelp: code == .success)
    {
      Diagnostics.say("assay: \(complaint)")
      exit(FailureCode.usage.rawValue)
    }
    if code == .success {
      print(message)
      exit(0)
    }
    if !message.isEmpty { Diagnostics.say(message) }
    switch code {
    case .validationFailure: exit(FailureCode.usage.rawValue)
    case .failure where !(error is ExitCode): exit(FailureCode.data.rawValue)
    default: exit(code.rawValue)
    }
  }
}

/// An error whose cause lies in a file the user gave; its description says where and what to do.
protocol DataProblem: Error, CustomStringConvertible {}

extension StorageError: DataProblem {}
extension IndexDamage: DataProblem {}
extension EncoderError: DataProblem {}
extension LexicalIndexError: DataProblem {}
extension TRECWriteError: DataProblem {}

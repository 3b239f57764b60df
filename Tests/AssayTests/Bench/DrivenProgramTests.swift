import CTerminal
import TerminalUI
import Testing

@testable import assay

@Suite struct DrivenProgramTests {
  private let window = assay_window_size(columns: 80, rows: 24, pixel_width: 800, pixel_height: 480)

  private func output(of script: String, answers: [UInt8]? = nil) throws -> (String, Int32?) {
    let program = try DrivenProgram(
      ["/bin/sh", "-c", script], environment: ["PATH": "/usr/bin:/bin"], window: window, answers: answers)
    let chunks = program.takeWhenQuiet(for: .milliseconds(300), limit: .seconds(10))
    let status = program.quit()
    return (String(decoding: chunks.flatMap(\.bytes), as: UTF8.self), status)
  }

  @Test func outputIsTakenAndTheExitCodeTold() throws {
    let (text, status) = try output(of: "stty size; exit 7")
    #expect(text == "24 80\r\n")
    #expect(status == 7)
  }

  @Test func theTerminalAnswersOnceItWasAsked() throws {
    // Reads the answer without echo; `c` ends it.
    let script = """
      stty raw -echo min 0 time 50; printf '\\033[16t\\033['; sleep 0.1; printf 'c'; head -c 5 | od -c -A n
      """
    let answers = TerminalAnswers(size: Size(columns: 80, rows: 24), cell: (10, 20)).bytes
    let (text, _) = try output(of: script, answers: answers)
    #expect(text.contains("033   [   ?   1   ;"))
  }

  @Test func aProgramThatIsNotThereIsNamed() {
    #expect {
      _ = try DrivenProgram(["/nowhere/assay"], environment: [:], window: window, answers: nil)
    } throws: { "\($0)".contains("/nowhere/assay") }
  }
}

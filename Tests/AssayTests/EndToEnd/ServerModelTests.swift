import Foundation
import TestSupport
import Testing

extension EndToEnd {
  @Suite struct ServerModelTests {
    @Test func aServerThatIsNotThereIsNotKeptAndTheTryIsInTheLog() throws {
      let folder = try TemporaryFolder()
      let environment = ["XDG_DATA_HOME": folder.path("data"), "XDG_STATE_HOME": folder.path("state")]
      let silent = try Program(environment).run("log")
      #expect(silent.messages.contains("nothing was sent to any server"))
      let outcome = try Program(environment).run(
        "model", "add", "--remote", "http://127.0.0.1:9", "--model", "org/mini", "--name", "served")
      #expect(outcome.status == 3)
      #expect(outcome.messages.contains("127.0.0.1:9"))
      let list = try Program(environment).run("model", "list")
      #expect(list.messages.contains("no model was added yet"))
      let log = try Program(environment).run("log", "--format", "json")
      #expect(log.status == 0)
      #expect(log.output.contains(#""purpose":"probe""#))
      #expect(log.output.contains("127.0.0.1:9"))
    }

    @Test func aFolderOrAServerHasToBeNamedAndTheModelWithIt() throws {
      let program = try Program()
      #expect(try program.run("model", "add").status == 2)
      #expect(
        try program.run("model", "add", "x", "--remote", "http://localhost", "--model", "m").status == 2)
      #expect(try program.run("model", "add", "--remote", "http://localhost").status == 2)
      let outcome = try program.run("model", "add", "--remote", "ftp://localhost", "--model", "m")
      #expect(outcome.status == 2)
      #expect(outcome.messages.contains("--remote"))
    }
  }
}

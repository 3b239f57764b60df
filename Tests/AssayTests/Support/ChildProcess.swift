import Foundation
import Glibc
import Testing

/// A process that writes into files, waited for by its own end and not by that of what it left running.
struct ChildProcess: ~Copyable {
  let id: pid_t

  /// Starts `command`, whose first word is a path; by itself nothing can be read from its input.
  init(
    _ command: [String], environment: [String: String], input: String = "/dev/null",
    output: String = "/dev/null", messages: String = "/dev/null"
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    for (descriptor, path) in [(1 as Int32, output), (2, messages)] {
      posix_spawn_file_actions_addopen(&actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The tests may run where signals are ignored, as in the background of a script.
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // Nor may it inherit what is blocked here: the threads tests run on block nearly every signal.
    var unblocked = sigset_t()
    sigemptyset(&unblocked)
    posix_spawnattr_setsigmask(&attributes, &unblocked)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let arguments = command.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var id: pid_t = 0
    let failure = posix_spawn(&id, command[0], &actions, &attributes, arguments, variables)
    try #require(failure == 0, "\(command[0]): \(String(cString: strerror(failure)))")
    self.id = id
  }

  /// Waits for the end: the exit code, or minus the signal that ended it.
  ///
  /// Kills what does not end.
  consuming func end(sourceLocation: SourceLocation = #_sourceLocation) throws -> Int32 {
    var status: Int32 = 0
    let deadline = Date.now + Program.patience
    while waitpid(id, &status, WNOHANG) == 0 {
      if Date.now > deadline {
        Issue.record("process \(id) did not end", sourceLocation: sourceLocation)
        kill(id, SIGKILL)
        waitpid(id, &status, 0)
        break
      }
      usleep(2_000)
    }
    return Self.outcome(of: status)
  }

  /// What `waitpid` reports as one number: the exit code, or minus the signal.
  static func outcome(of status: Int32) -> Int32 {
    status & 0x7f == 0 ? status >> 8 & 0xff : -(status & 0x7f)
  }
}

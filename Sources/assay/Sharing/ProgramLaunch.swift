internal import Foundation

/// Starting another program beside this one: arguments as a list, no shell, nothing on this terminal.
struct ProgramLaunch {
  /// The program and its arguments; `{}` in any of them stands for what to open.
  let command: [String]
  /// The variables it gets.
  let environment: [String: String]

  /// Starts the program for `target`; says why it could not be started, or `nil` when it was.
  ///
  /// `failed` is told, on another thread, when the program ends within a few seconds and says that it failed.
  func start(opening target: String, failed: @escaping @Sendable (String) -> Void) -> String? {
    // Inside the user's own word, never inside what the catalogue says.
    let words = command.map { $0.replacing("{}", with: target) }
    guard let program = words.first else { return "no program is set; set open in config.toml" }
    var process: pid_t = 0
    let failure = spawn(words, &process)
    guard failure == 0 else {
      return failure == ENOENT
        ? "\(program) was not found; set open in config.toml to a program that is here"
        : "\(program) can't be started: \(String(cString: strerror(failure)))"
    }
    // A thread of its own: it waits for as long as the program is open.
    Thread.detachNewThread { [process] in
      var status: Int32 = 0
      let begin = ContinuousClock.now
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      let code = status >> 8 & 0xff
      if status & 0x7f == 0, code != 0, .now - begin < Self.patience {
        failed("\(program) ended with \(code) and may have opened nothing")
      }
    }
    return nil
  }

  /// A program that worked longer than this has shown what it had to show.
  private static let patience = Duration.seconds(10)

  private func spawn(_ words: [String], _ process: inout pid_t) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, mode) in [(0 as Int32, O_RDONLY), (1, O_WRONLY), (2, O_WRONLY)] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", mode, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Neither the signals blocked on this thread nor the terminal's job control are the program's business.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    let arguments = words.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    return posix_spawnp(&process, words[0], &actions, &attributes, arguments, variables)
  }
}

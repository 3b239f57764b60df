import Foundation
import Glibc
import TestSupport
import Testing

/// The program as it was built beside these tests, run as a user runs it: with files, an environment and a home.
struct Program {
  /// What a command left behind.
  struct Outcome {
    let status: Int32
    let output: String
    let messages: String

    /// The lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// The executable, which the build puts beside the test bundle.
  static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "assay").path

  /// How long any single step may take before a test gives up; generous, because nothing is measured here.
  static let patience: TimeInterval = 60

  /// The user's home, where logs, caches and judgments of read-only catalogues go.
  let home: TemporaryFolder
  /// Changes to the environment; an empty value removes a variable.
  var changes: [String: String]
  /// The command that runs the program, when something has to come before it.
  private var prefix: [String] = []

  init(_ changes: [String: String] = [:]) throws {
    home = try TemporaryFolder()
    self.changes = changes
    // The hints of a first start would be on every screen.
    try home.write("", to: Self.startMark)
  }

  /// A plain environment that owes nothing to the one the tests run in.
  var environment: [String: String] {
    let inherited = ProcessInfo.processInfo.environment
    var environment = [
      "PATH": inherited["PATH"] ?? "/usr/bin:/bin", "HOME": home.root.path, "USER": "tester",
      "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "SWIFT_BACKTRACE": "enable=no",
    ]
    environment.merge(changes) { $1 }
    return environment.filter { !$0.value.isEmpty }
  }

  /// Runs a command to its end.
  /// - Parameters:
  ///   - input: what it can read from standard input.
  ///   - whileRunning: called with the process id once it has started.
  func run(
    _ arguments: String..., input: String = "", sourceLocation: SourceLocation = #_sourceLocation,
    whileRunning: (pid_t) throws -> Void = { _ in }
  ) throws -> Outcome {
    try run(arguments, input: input, sourceLocation: sourceLocation, whileRunning: whileRunning)
  }

  /// The same in a folder.
  func run(
    _ arguments: String..., in folder: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Outcome {
    var program = self
    program.prefix = ["/usr/bin/env", "-C", folder] + prefix
    return try program.run(arguments, sourceLocation: sourceLocation)
  }

  /// The same for arguments in a list.
  func run(
    _ arguments: [String], input: String = "", sourceLocation: SourceLocation = #_sourceLocation,
    whileRunning: (pid_t) throws -> Void = { _ in }
  ) throws -> Outcome {
    let name = UUID().uuidString
    let child = try ChildProcess(
      prefix + [Self.executable] + arguments, environment: environment,
      input: try input.isEmpty ? "/dev/null" : home.write(input, to: name + ".in"),
      output: home.path(name + ".out"), messages: home.path(name + ".err"))
    let failure = Result { try whileRunning(child.id) }
    let status = try child.end(sourceLocation: sourceLocation)
    try failure.get()
    return Outcome(
      status: status, output: try home.read(name + ".out"), messages: try home.read(name + ".err"))
  }

  /// The same for a user whom permissions stop, which root is not.
  func restricted() -> Program {
    guard getuid() == 0 else { return self }
    chown(home.root.path, Self.nobody, Self.nobody)
    for place in [".local", ".local/state", ".local/state/assay", Self.startMark] {
      chown(home.path(place), Self.nobody, Self.nobody)
    }
    var restricted = self
    restricted.prefix = Self.asNobody
    return restricted
  }

  /// Whether `restricted()` can run the program.
  static var canBeRestricted: Bool {
    guard getuid() == 0 else { return true }
    let probe = try? ChildProcess(asNobody + ["/usr/bin/test", "-x", executable], environment: [:])
    return (try? probe?.end()) == 0
  }

  /// The file that says that the explorer was started before.
  static let startMark = ".local/state/assay/started"
  private static let nobody: uid_t = 65534
  private static let asNobody = [
    "/usr/bin/setpriv", "--reuid=\(nobody)", "--regid=\(nobody)", "--clear-groups",
  ]
}

/// Waits until something outside this process is so; reports and throws when it does not become so.
func wait(
  for what: String, sourceLocation: SourceLocation = #_sourceLocation, until isSo: () throws -> Bool
) throws {
  let deadline = Date.now + Program.patience
  while try !isSo() {
    try #require(Date.now < deadline, "never happened: \(what)", sourceLocation: sourceLocation)
    usleep(5_000)
  }
}

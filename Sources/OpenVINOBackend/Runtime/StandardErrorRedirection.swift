internal import Glibc
internal import Synchronization

/// Keeps what a library writes to the standard error off the screen.
enum StandardErrorRedirection {
  private static let turn = Mutex(())

  /// Runs `body` while the process's standard error (or another `descriptor`) goes to the end of the file `log`, or
  /// nowhere.
  ///
  /// The descriptor belongs to the whole process: what other threads write meanwhile goes there too, and a second
  /// caller waits. When the log can't be opened the noise is dropped; when the descriptor can't be turned, `body`
  /// runs as it is.
  static func during<Value: Sendable, Failure: Error>(
    to log: String?, descriptor: CInt = STDERR_FILENO, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try turn.withLock { (_: inout ()) throws(Failure) -> Value in
      let saved = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
      guard saved >= 0 else { return try body() }
      defer {
        dup2(saved, descriptor)
        close(saved)
      }
      let sink = destination(log)
      if sink >= 0 {
        dup2(sink, descriptor)
        close(sink)
      }
      return try body()
    }
  }

  private static func destination(_ log: String?) -> CInt {
    if let log {
      let file = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
      if file >= 0 { return file }
    }
    return open("/dev/null", O_WRONLY | O_CLOEXEC)
  }
}

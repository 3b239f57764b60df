import Glibc

/// A refusal of the operating system: the value of `errno` after a call.
struct SystemError: Error, Hashable {
  let code: CInt

  /// What the last call of this thread left in `errno`.
  static var last: SystemError { SystemError(code: errno) }

  /// The operating system's own words, such as `Permission denied`.
  var reason: String { String(cString: strerror(code)) }

  /// Repeats `call` while signals interrupt it.
  /// - Returns: what the call returned, never negative.
  @discardableResult static func check<Result: SignedInteger>(
    _ call: () -> Result
  ) throws(SystemError) -> Result {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw .last }
    }
  }
}

extension StorageError {
  /// The error of a failed read of `path`.
  static func reading(_ path: String, _ error: SystemError) -> StorageError {
    .unreadable(path: path, reason: error.reason)
  }

  /// The error of a failed write of `path`.
  static func writing(_ path: String, _ error: SystemError) -> StorageError {
    .unwritable(path: path, reason: error.reason)
  }
}

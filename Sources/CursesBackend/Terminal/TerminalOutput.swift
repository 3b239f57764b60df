internal import Glibc

/// Bytes to the terminal past ncurses, whole or not at all, however the descriptor is set up.
struct TerminalOutput {
  let descriptor: Int32

  /// Writes everything, waiting where the terminal is slow.
  /// - Returns: whether it was all written; `false` when the terminal went away.
  @discardableResult
  func write(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while let start = rest.baseAddress, !rest.isEmpty {
        let count = Glibc.write(descriptor, start, rest.count)
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if count < 0, errno == EAGAIN {
          var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&waiting, 1, 1000)
          if waiting.revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0 { return false }
        } else if count < 0, errno == EINTR {
          continue
        } else {
          return false
        }
      }
      return true
    }
  }
}

extension Slice where Base == UnsafeRawBufferPointer {
  /// Where the rest begins.
  fileprivate var baseAddress: UnsafeRawPointer? { base.baseAddress.map { $0 + startIndex } }
}

internal import Foundation
internal import Glibc
internal import Synchronization

/// A web server on this machine's loopback interface that answers as a test tells it to, faults included.
///
/// Speaks as much HTTP/1.1 as clients need: bodies with a length, connections kept or closed. Each connection has a
/// thread of its own. Ends when the last reference goes.
package final class LoopbackServer: Sendable {
  /// What answers a request; called on the connection's thread.
  package typealias Handler = @Sendable (LoopbackRequest) -> LoopbackReply

  /// Where it listens, such as `http://127.0.0.1:40213`.
  package let url: String
  private let listener: CInt
  private let log = RequestLog()

  /// Starts to listen on a free port.
  package init(_ handler: @escaping Handler) throws(LoopbackError) {
    let (listener, port) = try Self.listen()
    self.listener = listener
    url = "http://127.0.0.1:\(port)"
    let log = log
    Thread.detachNewThread {
      var count = 0
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { break }
        let number = count
        Thread.detachNewThread { LoopbackConnection(connection, number: number).serve(log, handler) }
        count += 1
      }
      close(listener)
    }
  }

  deinit { shutdown(listener, CInt(SHUT_RDWR)) }

  /// Every request so far, in the order in which their heads came.
  package var requests: [LoopbackRequest] { log.requests }

  private static func listen() throws(LoopbackError) -> (descriptor: CInt, port: UInt16) {
    let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(descriptor, generic, size) == 0 && Glibc.listen(descriptor, 64) == 0
          && getsockname(descriptor, generic, &size) == 0
      }
    }
    guard descriptor >= 0, code else { throw LoopbackError(reason: String(cString: strerror(errno))) }
    return (descriptor, UInt16(bigEndian: address.sin_port))
  }
}

/// The system gave no socket.
package struct LoopbackError: Error {
  /// Its own words.
  package let reason: String
}

/// What came, shared by all connections.
final class RequestLog: Sendable {
  private let all = Mutex<[LoopbackRequest]>([])

  var requests: [LoopbackRequest] { all.withLock { $0 } }

  /// Writes a request down and gives it its number.
  func add(_ request: LoopbackRequest) -> LoopbackRequest {
    all.withLock { all in
      var numbered = request
      numbered.number = all.count
      all.append(numbered)
      return numbered
    }
  }
}

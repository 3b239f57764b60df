internal import Glibc

/// One client's connection, served by one thread.
struct LoopbackConnection: ~Copyable {
  private static let blankLine = Array("\r\n\r\n".utf8)

  private let descriptor: CInt
  private let number: Int
  private var received: [UInt8] = []

  init(_ descriptor: CInt, number: Int) {
    self.descriptor = descriptor
    self.number = number
  }

  deinit { close(descriptor) }

  /// Answers until the client goes or an answer closes the connection.
  consuming func serve(_ log: RequestLog, _ handler: LoopbackServer.Handler) {
    while let request = next() {
      let reply = handler(log.add(request))
      guard reply.steps.allSatisfy({ run($0) }), reply.keepsConnection else { return }
    }
  }

  private mutating func next() -> LoopbackRequest? {
    while true {
      if let end = Self.headEnd(in: received) {
        guard var request = LoopbackRequest(head: String(decoding: received[..<end], as: UTF8.self)) else {
          return nil
        }
        let bodyEnd = end + 4 + (request.headers["content-length"].flatMap { Int($0) } ?? 0)
        while received.count < bodyEnd {
          guard receive() else { return nil }
        }
        request.connection = number
        request.body = Array(received[end + 4..<bodyEnd])
        received.removeFirst(bodyEnd)
        return request
      }
      guard receive() else { return nil }
    }
  }

  private static func headEnd(in bytes: [UInt8]) -> Int? {
    guard bytes.count >= 4 else { return nil }
    return (0...bytes.count - 4).first { bytes[$0] == 0x0d && bytes[$0..<$0 + 4].elementsEqual(blankLine) }
  }

  private mutating func receive() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return false }
    received.append(contentsOf: buffer[..<count])
    return true
  }

  /// Does a step; `false` when the client is gone.
  private func run(_ step: LoopbackReply.Step) -> Bool {
    switch step {
    case .send(let bytes): return send(bytes)
    case .wait(let seconds): return !clientGoes(within: seconds)
    case .sendForever(let bytes):
      while send(bytes) {}
      return false
    }
  }

  private func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  private func clientGoes(within seconds: Double) -> Bool {
    var watch = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&watch, 1, CInt(seconds * 1000)) != 0
  }
}

internal import CHTTP

/// What libcurl's callbacks write to while one exchange is under way; of one thread only.
final class HTTPExchange {
  /// Takes a piece of the body, knowing the head; `false` ends the exchange.
  typealias Sink = (HTTPHead, UnsafeRawBufferPointer) -> Bool

  private(set) var head = HTTPHead()
  private let cancellation: Cancellation?
  private let sink: Sink

  init(cancellation: Cancellation?, sink: @escaping Sink) {
    self.cancellation = cancellation
    self.sink = sink
  }

  /// Hands the callbacks to a request that is only used while this object lives.
  func listen(to request: inout assay_http_request) {
    request.context = Unmanaged.passUnretained(self).toOpaque()
    request.take_header = { context, line, count in
      HTTPExchange.from(context)?.head.take(line: UnsafeRawBufferPointer(start: line, count: count))
    }
    request.take_body = { context, bytes, count in
      guard let exchange = HTTPExchange.from(context) else { return false }
      return exchange.sink(exchange.head, UnsafeRawBufferPointer(start: bytes, count: count))
    }
    request.should_stop = { context in
      HTTPExchange.from(context)?.cancellation?.isCancelled ?? false
    }
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> HTTPExchange? {
    context.map { Unmanaged<HTTPExchange>.fromOpaque($0).takeUnretainedValue() }
  }
}

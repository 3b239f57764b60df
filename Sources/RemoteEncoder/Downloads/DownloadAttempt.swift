/// One exchange that fetches a file, or what is missing of it.
final class DownloadAttempt {
  private static let mostMessageBytes = 4096

  private let download: Download
  private let file: PartialFile
  private let progress: (DownloadProgress) -> Void
  private var hasBegun = false
  private var total: Int?
  private var message: [UInt8] = []
  /// Why the body was not taken.
  private(set) var failure: HTTPError?
  /// Seconds that a server that refused asks to wait.
  private(set) var requestedWait: Double?

  init(_ download: Download, into file: PartialFile, progress: @escaping (DownloadProgress) -> Void) {
    self.download = download
    self.file = file
    self.progress = progress
  }

  /// The question: for all, or for the rest of the same version.
  ///
  /// Without a validator the rest could belong to another version, so everything is asked for.
  var request: HTTPRequest {
    var request = HTTPRequest(download.address, key: download.key, limits: download.limits)
    if file.count > 0, let validator = file.validator {
      request.headers = [HTTPHeader("Range", "bytes=\(file.count)-"), HTTPHeader("If-Range", validator)]
    }
    return request
  }

  /// Takes a piece of the body; `false` when `failure` says why no more is wanted.
  func take(_ head: HTTPHead, _ bytes: UnsafeRawBufferPointer) -> Bool {
    do throws(HTTPError) {
      guard head.status == 200 || head.status == 206 else {
        message.append(contentsOf: bytes.prefix(Self.mostMessageBytes - message.count))
        if message.count == Self.mostMessageBytes { throw refusal(head) }
        return true
      }
      try begin(head)
      try checkSize(file.count + bytes.count)
      try file.append(bytes)
      progress(DownloadProgress(received: file.count, total: total))
      return true
    } catch {
      failure = error
      return false
    }
  }

  /// Looks at an answer that came to its end.
  /// - Returns: whether the file is whole; otherwise everything has to be asked for again.
  func end(_ head: HTTPHead) throws(HTTPError) -> Bool {
    switch head.status {
    case 200, 206:
      try begin(head)  // an empty file has no body to begin with
      if let total, file.count != total {
        throw .cut(download.address.description, reason: "\(file.count) of \(total) bytes came")
      }
      return true
    case 416 where file.count > 0:
      if let whole = head.contentRange?.total, whole == file.count { return true }
      try file.restart(validator: nil)
      return false
    default: throw refusal(head)
    }
  }

  private func refusal(_ head: HTTPHead) -> HTTPError {
    requestedWait = head.retryAfter
    return HTTPError(refusal: head, body: message, of: download.address)
  }

  private func begin(_ head: HTTPHead) throws(HTTPError) {
    if hasBegun { return }
    hasBegun = true
    if head.status == 206 {
      guard head.contentRange?.first == file.count else {
        try file.restart(validator: nil)
        throw .cut(download.address.description, reason: "the server sent another part than was asked for")
      }
      total = head.contentRange?.total
    } else {
      try file.restart(validator: Self.validator(in: head))
      total = head.contentLength
    }
    try checkSize(total ?? 0)
    if let total, let expected = download.expectedBytes, total != expected {
      throw .damaged(
        path: download.destination,
        reason: "the server offers \(total) bytes, where \(expected) were announced")
    }
  }

  private func checkSize(_ bytes: Int) throws(HTTPError) {
    let most = min(download.mostBytes, download.expectedBytes ?? .max)
    if bytes > most { throw .tooLarge(download.address.description, limit: most) }
  }

  /// What `If-Range` may name: a strong entity tag, else the date of the last change (RFC 9110, 13.1.5).
  private static func validator(in head: HTTPHead) -> String? {
    if let tag = head["ETag"], tag.hasPrefix("\"") { return tag }
    return head["Last-Modified"]
  }
}

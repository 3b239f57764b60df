extension HTTPClient {
  /// Fetches a file to the disk, going on where an earlier attempt was interrupted.
  ///
  /// Written beside as `NAME.partial`, which stays when the download ends early and is only gone on with when the
  /// server still has the same version. Broken connections and busy servers are tried again by `retries`, counted
  /// anew whenever something came. The final name appears when every byte is on the disk and size and digest are
  /// those announced; a file with the wrong digest is removed.
  /// - Parameters:
  ///   - download: what to fetch and where to.
  ///   - retries: how often and after which waits.
  ///   - cancellation: ends the download; what came stays.
  ///   - progress: told on this thread after every piece.
  /// - Returns: where the file is, and what is known of it.
  /// - Throws: `HTTPError`.
  package func download(
    _ download: Download, retries: RetryPolicy = RetryPolicy(), cancellation: Cancellation? = nil,
    progress: @escaping (DownloadProgress) -> Void = { _ in }
  ) throws(HTTPError) -> DownloadedFile {
    let file = try PartialFile(for: download.destination)
    let found = file.count
    var schedule = RetrySchedule(retries)
    while true {
      let before = file.count
      let attempt = DownloadAttempt(download, into: file, progress: progress)
      do throws(HTTPError) {
        if try run(attempt, cancellation: cancellation) { break }
      } catch {
        if file.count > before { schedule.startAgain() }
        guard error.isPassing, let wait = schedule.next(requested: attempt.requestedWait) else { throw error }
        guard (cancellation ?? Cancellation()).wait(seconds: wait) else { throw .interrupted }
      }
    }
    try finish(download, file)
    return DownloadedFile(
      path: download.destination, bytes: file.count, sha256: file.sha256,
      resumedFrom: file.hasRestarted ? 0 : found)
  }

  /// Asks once; `false` when everything has to be asked for again.
  private func run(_ attempt: DownloadAttempt, cancellation: Cancellation?) throws(HTTPError) -> Bool {
    let head: HTTPHead
    do {
      head = try follow(attempt.request, compressed: false, cancellation: cancellation) {
        attempt.take($0, $1)
      }
    } catch {
      throw attempt.failure ?? error
    }
    return try attempt.end(head)
  }

  private func finish(_ download: Download, _ file: PartialFile) throws(HTTPError) {
    if let expected = download.expectedBytes, file.count != expected {
      file.discard()
      throw .damaged(
        path: download.destination,
        reason: "\(file.count) bytes came, where \(expected) were announced; try again")
    }
    if let expected = download.expectedSHA256, file.sha256 != expected.lowercased() {
      let digest = file.sha256
      file.discard()
      throw .damaged(
        path: download.destination,
        reason: "what came has the SHA-256 \(digest), announced was \(expected); removed, try again")
    }
    try file.finish()
  }
}

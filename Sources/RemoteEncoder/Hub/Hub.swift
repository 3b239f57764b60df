internal import Foundation

/// A place that publishes models in the layout of Hugging Face's hub: lists a model's files and fetches them.
///
/// A revision is resolved to a commit first, and everything is fetched at that commit. The token is shown to the hub's
/// own origin only, never to where it redirects to. Calls hold their thread.
package struct Hub: Sendable {
  /// Where models are when nothing else is said.
  package static let usualEndpoint = "https://huggingface.co"
  private static let mostPages = 200

  /// The hub's address, without a slash at its end.
  package let endpoint: WebAddress
  let token: Secret?
  let client: HTTPClient
  let retries: RetryPolicy
  let cancellation: Cancellation

  /// Describes a hub; nothing is asked.
  /// - Parameters:
  ///   - endpoint: its address, as `HF_ENDPOINT` names it.
  ///   - token: who asks, where that matters.
  ///   - client: what asks.
  ///   - retries: how often, and after which waits, a busy hub is asked again.
  ///   - cancellation: ends what is under way, and all that comes later.
  /// - Throws: `HubError.badEndpoint` for no address, or one over which a token would travel readable.
  package init(
    _ endpoint: String, token: Secret?, client: HTTPClient, retries: RetryPolicy = RetryPolicy(),
    cancellation: Cancellation = Cancellation()
  ) throws(HubError) {
    let trimmed = String(endpoint.reversed().drop { $0 == "/" }.reversed())
    do throws(HTTPError) {
      self.endpoint = try WebAddress(trimmed)
    } catch {
      throw .badEndpoint(reason: "\(error)")
    }
    guard !trimmed.contains("?"), !trimmed.contains("#") else {
      throw .badEndpoint(reason: "\(self.endpoint) has more than a host and a path")
    }
    guard token == nil || self.endpoint.isEncrypted || self.endpoint.isLoopback else {
      throw .badEndpoint(
        reason: "\(self.endpoint) is not encrypted, and the token would be readable on its way; use https")
    }
    self.token = token
    self.client = client
    self.retries = retries
    self.cancellation = cancellation
  }

  /// The files of a model at the commit that its revision stands for now.
  package func snapshot(of model: HubModelName) throws(HubError) -> HubSnapshot {
    let page = page(of: model)
    let models = ["api", "models"] + model.repository.split(separator: "/").map(String.init)
    let place = try address(models + ["revision", model.revision])
    let answer = try ask(place, about: model)
    let commit = try HubListing.commit(in: answer.body, from: "\(place)")
    var files: [HubFile] = []
    var next: WebAddress? = try address(models + ["tree", commit.id], query: "recursive=true")
    for _ in 0..<Self.mostPages {
      guard let place = next else { break }
      let answer = try ask(place, about: model, isGated: commit.isGated)
      files += try HubListing.files(in: answer.body, from: "\(place)")
      next = try HubListing.next(after: answer.head).map { link throws(HubError) in
        try following(link, of: place)
      }
    }
    guard next == nil else {
      throw .malformedAnswer(address: page, reason: "the list of files has more than \(Self.mostPages) pages")
    }
    return HubSnapshot(
      page: page, model: model, commit: commit.id.lowercased(), isGated: commit.isGated,
      files: files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
  }

  /// Fetches a file of a snapshot to its place in a folder, going on with what an earlier try left, and checks it.
  ///
  /// `progress` is told on this thread after every piece. Throws `HubError`; what came stays, unless it is not what the
  /// hub announced.
  package func fetch(
    _ file: HubFile, of snapshot: HubSnapshot, into folder: String,
    progress: @escaping (DownloadProgress) -> Void = { _ in }
  ) throws(HubError) {
    let destination = folder + "/" + file.path
    let place = try address(
      snapshot.model.repository.split(separator: "/").map(String.init) + ["resolve", snapshot.commit]
        + file.path.split(separator: "/").map(String.init))
    var download = Download(place, to: destination, key: token, expectedBytes: file.bytes)
    if case .sha256(let digest) = file.digest { download.expectedSHA256 = digest }
    do throws(HTTPError) {
      _ = try client.download(download, retries: retries, cancellation: cancellation, progress: progress)
    } catch {
      throw failure(error, about: snapshot.model, isGated: snapshot.isGated)
    }
    try check(file, at: destination)
  }

  /// Whether what lies at a path is the file, looked through to its last byte.
  package static func isWhole(_ file: HubFile, at path: String) -> Bool {
    guard let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int,
      size == file.bytes
    else { return false }
    switch file.digest {
    case .sha256(let digest): return FileDigest.sha256(of: path) == digest
    case .gitBlob(let digest):
      return FileManager.default.contents(atPath: path).map { SHA1.gitBlob([UInt8]($0)) } == digest
    }
  }

  /// Removes a file whose content is not what Git calls it; large ones were checked on their way.
  private func check(_ file: HubFile, at path: String) throws(HubError) {
    guard case .gitBlob(let digest) = file.digest, !Self.isWhole(file, at: path) else { return }
    try? FileManager.default.removeItem(atPath: path)
    throw .transfer(
      .damaged(
        path: path, reason: "what came is not the content that Git calls \(digest); removed, try again"))
  }
}

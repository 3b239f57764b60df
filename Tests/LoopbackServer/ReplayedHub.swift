internal import Foundation
internal import Relevance
internal import RemoteEncoder

/// A model hub on the loopback interface with the addresses, answers and redirects that Hugging Face documents; **not the
/// hub itself**.
///
/// Small files are redirected to another address of the same port; large ones, kept by Git LFS, to a store on a port of its
/// own, as they are to a content network.
package final class ReplayedHub: Sendable {
  /// What may answer in the place of the hub, or of its store.
  package typealias Fault = @Sendable (LoopbackRequest) -> LoopbackReply?

  /// The only model.
  package static let repository = "org/mini"
  /// Its only commit.
  package static let commit = "0123456789abcdef0123456789abcdef01234567"

  /// A file of the model.
  package struct File: Sendable {
    /// Where it is in the repository.
    package let path: String
    /// What it holds.
    package let content: [UInt8]
    let isLarge: Bool

    /// Describes a file.
    package init(_ path: String, _ content: [UInt8], isLarge: Bool = false) {
      self.path = path
      self.content = content
      self.isLarge = isLarge
    }

    /// A small file with a text.
    package init(_ path: String, _ text: String) { self.init(path, Array(text.utf8)) }
  }

  private let hub: LoopbackServer
  private let store: LoopbackServer

  /// Serves files.
  /// - Parameters:
  ///   - gate: `nil`, or `auto` or `manual` for a model whose files are only served to who shows a token.
  ///   - page: entries of one page of the list of files.
  ///   - hubFault: asked before the hub answers.
  ///   - storeFault: asked before the store answers.
  package init(
    _ files: [File], gate: String? = nil, page: Int = 1000, hubFault: @escaping Fault = { _ in nil },
    storeFault: @escaping Fault = { _ in nil }
  ) throws(LoopbackError) {
    let large = files.filter(\.isLarge)
    store = try LoopbackServer { request in
      storeFault(request) ?? Self.content(of: large, for: request)
    }
    let answers = HubAnswers(files: files, gate: gate, page: page, storeURL: store.url)
    hub = try LoopbackServer { hubFault($0) ?? answers.reply(to: $0) }
  }

  /// The hub's address.
  package var url: String { hub.url }
  /// What the hub was asked.
  package var requests: [LoopbackRequest] { hub.requests }
  /// What the store was asked.
  package var storeRequests: [LoopbackRequest] { store.requests }

  private static func content(of files: [File], for request: LoopbackRequest) -> LoopbackReply {
    let name = request.target.dropFirst().prefix { $0 != "?" }
    guard let file = files.first(where: { SHA256.hexDigest(of: $0.content) == name }) else {
      return .answer(404, [])
    }
    return ranges(of: file.content, tag: "\"\(name)\"", for: request)
  }

  /// A content, or what a range asks of it.
  package static func ranges(
    of content: [UInt8], tag: String, for request: LoopbackRequest, cutAfter: Int? = nil
  ) -> LoopbackReply {
    var (status, body, headers) = (200, content, [("ETag", tag), ("Accept-Ranges", "bytes")])
    if let range = request.headers["range"], request.headers["if-range"] ?? tag == tag,
      let first = Int(range.dropFirst("bytes=".count).prefix { $0 != "-" }), first < content.count
    {
      (status, body) = (206, Array(content[first...]))
      headers.append(("Content-Range", "bytes \(first)-\(content.count - 1)/\(content.count)"))
    }
    guard let cutAfter else { return .answer(status, body, headers: headers) }
    return .cut(after: cutAfter, of: body, status: status, headers: headers)
  }
}

/// What the hub answers; see `ReplayedHub`.
struct HubAnswers: Sendable {
  let files: [ReplayedHub.File]
  let gate: String?
  let page: Int
  let storeURL: String

  private var repository: String { ReplayedHub.repository }
  private var commit: String { ReplayedHub.commit }

  func reply(to request: LoopbackRequest) -> LoopbackReply {
    let path = String(request.target.prefix { $0 != "?" })
    let api = "/api/models/\(repository)"
    if let revision = path.dropping("\(api)/revision/") ?? (path == api ? "main" : nil) {
      return ["main", "v1", commit].contains(revision) ? info : .hubError("RevisionNotFound", 404)
    }
    if let revision = path.dropping("\(api)/tree/") {
      return [commit, "main"].contains(revision) ? tree(request) : .hubError("RevisionNotFound", 404)
    }
    if let name = path.dropping("/\(repository)/resolve/\(commit)/")
      ?? path.dropping("/\(repository)/resolve/main/")
    {
      return resolve(name, request)
    }
    if let name = path.dropping("/api/resolve-cache/models/\(repository)/\(commit)/") {
      guard let file = file(name) else { return .hubError("EntryNotFound", 404) }
      return served(file, request)
    }
    // What is not there looks like what is hidden to whoever shows no token.
    return .hubError("RepoNotFound", request.headers["authorization"] == nil ? 401 : 404)
  }

  private func file(_ name: String) -> ReplayedHub.File? {
    files.first { $0.path.utf8.elementsEqual((name.removingPercentEncoding ?? name).utf8) }
  }

  private var info: LoopbackReply {
    let siblings = files.map { #"{"rfilename":"\#($0.path)"}"# }.joined(separator: ",")
    return .json(
      """
      {"_id":"1","id":"\(repository)","modelId":"\(repository)","sha":"\(commit)","private":false,\
      "gated":\(gate.map { "\"\($0)\"" } ?? "false"),"disabled":false,"tags":[],"downloads":0,"likes":0,\
      "siblings":[\(siblings)]}
      """, headers: [("X-Repo-Commit", commit)])
  }

  private func tree(_ request: LoopbackRequest) -> LoopbackReply {
    let first = request.target.split(separator: "cursor=").dropFirst().first.flatMap {
      Int($0.prefix { $0 != "&" })
    }
    let shown = files.dropFirst(first ?? 0).prefix(page)
    let entries = shown.map(entry)
    let folders = first == nil ? [#"{"type":"directory","oid":"0","size":0,"path":"onnx"}"#] : []
    let next = (first ?? 0) + shown.count
    let path = request.target.prefix { $0 != "?" }
    let link = "<http://127.0.0.1:\(request.port)\(path)?recursive=true&cursor=\(next)>; rel=\"next\""
    return .json(
      "[" + (folders + entries).joined(separator: ",") + "]",
      headers: next < files.count ? [("Link", link)] : [])
  }

  private func entry(of file: ReplayedHub.File) -> String {
    let head = #"{"type":"file","size":\#(file.content.count),"path":"\#(file.path)""#
    guard file.isLarge else { return head + #","oid":"\#(SHA1.gitBlob(file.content))"}"# }
    let digest = SHA256.hexDigest(of: file.content)
    return head
      + #","oid":"\#(SHA1.gitBlob(Array(digest.utf8)))","lfs":{"oid":"\#(digest)","size":\#(file.content.count),"pointerSize":134}}"#
  }

  private func resolve(_ name: String, _ request: LoopbackRequest) -> LoopbackReply {
    if gate != nil, request.headers["authorization"] == nil {
      return .hubError(
        "GatedRepo", 401, "Access to model \(repository) is restricted. Please log in.")
    }
    guard let file = file(name) else { return .hubError("EntryNotFound", 404) }
    let digest = SHA256.hexDigest(of: file.content)
    var headers = [("X-Repo-Commit", commit)]
    if file.isLarge {
      headers += [
        ("X-Linked-Size", "\(file.content.count)"), ("X-Linked-ETag", "\"\(digest)\""),
        ("Location", "\(storeURL)/\(digest)?Signature=secret&Expires=1"),
      ]
      return .answer(302, Array("Found".utf8), headers: headers).without(body: request.method == "HEAD")
    }
    headers += [
      ("ETag", "\"\(SHA1.gitBlob(file.content))\""), ("X-Linked-Size", "\(file.content.count)"),
      ("Location", "/api/resolve-cache/models/\(repository)/\(commit)/\(name)"),
    ]
    return .answer(307, Array("Temporary".utf8), headers: headers).without(body: request.method == "HEAD")
  }

  private func served(_ file: ReplayedHub.File, _ request: LoopbackRequest) -> LoopbackReply {
    let tag = "\"\(SHA1.gitBlob(file.content))\""
    if request.method == "HEAD" {
      return .answer(200, file.content, headers: [("ETag", tag), ("X-Repo-Commit", commit)]).without(
        body: true)
    }
    return ReplayedHub.ranges(of: file.content, tag: tag, for: request)
  }
}

extension LoopbackReply {
  /// A refusal as the hub words it: a code in the head, a sentence in head and body.
  package static func hubError(_ code: String, _ status: Int, _ message: String = "Not for you")
    -> LoopbackReply
  {
    .json(
      #"{"error":"\#(message)"}"#, status: status,
      headers: [("X-Error-Code", code), ("X-Error-Message", message)])
  }

  /// The same without the body that its head announces, as HEAD asks.
  fileprivate func without(body isLeftOut: Bool) -> LoopbackReply {
    guard isLeftOut else { return self }
    var reply = self
    reply.steps = steps.map { step in
      guard case .send(let bytes) = step else { return step }
      let end = bytes.indices.first { bytes[$0...].starts(with: Array("\r\n\r\n".utf8)) } ?? bytes.endIndex
      return .send(Array(bytes[..<min(end + 4, bytes.endIndex)]))
    }
    return reply
  }
}

extension String {
  /// What follows a beginning; `nil` for another beginning.
  fileprivate func dropping(_ beginning: String) -> String? {
    hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil
  }
}

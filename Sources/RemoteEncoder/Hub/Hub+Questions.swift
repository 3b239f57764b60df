extension Hub {
  /// Where something is on the hub, every step of its path escaped.
  func address(_ steps: [String], query: String? = nil) throws(HubError) -> WebAddress {
    let path = steps.map { "/" + Self.escaped($0) }.joined()
    do throws(HTTPError) {
      return try WebAddress(endpoint.text + path + (query.map { "?" + $0 } ?? ""))
    } catch {
      throw .transfer(error)
    }
  }

  /// A step of a path with everything escaped that an address could read as something else.
  private static func escaped(_ step: String) -> String {
    step.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        String(Unicode.Scalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }

  /// The next page, which must be the hub's own: the token goes there.
  func following(_ link: String, of place: WebAddress) throws(HubError) -> WebAddress {
    do throws(HTTPError) {
      let next = try place.redirected(to: link)
      guard next.origin == endpoint.origin else {
        throw HTTPError.redirected("\(place)", to: "\(next)", reason: "the list of files goes on elsewhere")
      }
      return next
    } catch {
      throw .transfer(error)
    }
  }

  /// Asks until an answer comes that will not change by asking again.
  func ask(
    _ place: WebAddress, about model: HubModelName, isGated: Bool = false
  ) throws(HubError) -> HTTPResponse {
    var schedule = RetrySchedule(retries)
    while true {
      let problem: HTTPError
      var requestedWait: Double?
      switch answer(of: place) {
      case .failure(let error): problem = error
      case .success(let response):
        if HTTPStatus(response.head.status).isSuccess { return response }
        requestedWait = response.head.retryAfter
        problem = HTTPError(refusal: response.head, body: response.body, of: place)
        if let known = refusal(response.head, problem, about: model) { throw known }
      }
      guard problem.isPassing, let wait = schedule.next(requested: requestedWait) else {
        throw failure(problem, about: model, isGated: isGated)
      }
      guard cancellation.wait(seconds: wait) else { throw .interrupted }
    }
  }

  private func answer(of place: WebAddress) -> Result<HTTPResponse, HTTPError> {
    Result { () throws(HTTPError) in
      try client.send(HTTPRequest(place, key: token), cancellation: cancellation)
    }
  }

  /// What the hub means by a refusal, by the code in its head.
  private func refusal(_ head: HTTPHead, _ problem: HTTPError, about model: HubModelName) -> HubError? {
    let page = page(of: model)
    switch (head["X-Error-Code"], head.status) {
    case ("RepoNotFound", _): return .unknownModel(page: page, hasToken: token != nil)
    case ("RevisionNotFound", _): return .unknownRevision(page: page, revision: model.revision)
    case ("GatedRepo", _): return .gated(page: page, hasToken: token != nil)
    case (nil, 404): return .unknownModel(page: page, hasToken: token != nil)
    // Whoever shows no token is told that one is needed, also about what is not there at all.
    case (nil, 401) where token == nil: return .unknownModel(page: page, hasToken: false)
    default: return nil
    }
  }

  /// A failed exchange as somebody who wants the model sees it.
  func failure(_ error: HTTPError, about model: HubModelName, isGated: Bool) -> HubError {
    switch error {
    case .interrupted: .interrupted
    case .status(_, 401, _) where isGated, .status(_, 403, _) where isGated:
      .gated(page: page(of: model), hasToken: token != nil)
    case .status(_, 401, let message), .status(_, 403, let message):
      .denied(page: page(of: model), hasToken: token != nil, message: message)
    default: .transfer(error)
    }
  }

  /// Where people look at a model.
  func page(of model: HubModelName) -> String { "\(endpoint)/\(model.repository)" }
}

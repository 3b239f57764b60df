internal import Embeddings
internal import JSON
internal import Synchronization

/// A server as one encoder sees it: turns inputs into requests and answers into vectors as they were served.
final class RemoteServer: Sendable {
  let settings: RemoteEncoderSettings
  private let shape: any ServerShape
  private let address: WebAddress
  private let client: HTTPClient
  private let access: RemoteAccess
  /// Inputs of a request that the server was found to take, when that is fewer than the settings say.
  private let learnedLimit = Mutex<Int>(.max)
  private let turns = Atomic<UInt64>(0)

  init(_ settings: RemoteEncoderSettings, _ access: RemoteAccess) throws(EncoderError) {
    self.settings = settings
    self.access = access
    shape = settings.shape
    do throws(HTTPError) {
      address = try settings.endpoint.adding(route: shape.route)
    } catch {
      throw .unavailable(reason: "\(error)")
    }
    client = HTTPClient(
      HTTPClient.Options(authorities: settings.authorities, usesProxies: access.usesProxies))
  }

  /// Inputs of one request.
  func limit(forPictures arePictures: Bool) -> Int {
    min(
      settings.batch ?? settings.kind.usualBatch, shape.most(areQuestionsPictures: arePictures),
      learnedLimit.withLock { $0 })
  }

  /// Requests that may be under way together.
  var lanes: Int {
    settings.requestsAtOnce ?? (settings.pictures == .conversation ? 8 : 2)
  }

  /// The vectors of inputs of one role, as served: neither cut nor scaled, but finite and not zero.
  func vectors(
    of inputs: [RemoteInput], role: RemoteRole, purpose: LedgerEntry.Purpose, cancellation: Cancellation
  ) throws(EncoderError) -> [[Float]] {
    let requests = requests(of: inputs, arePictures: role == .picture)
    let answers = try RequestLanes(count: lanes).map(requests) { [self] request throws(EncoderError) in
      try ask(request, role: role, purpose: purpose, cancellation: cancellation)
    }
    return answers.flatMap(\.self)
  }

  /// Inputs cut into requests, by their number and by their bytes.
  private func requests(of inputs: [RemoteInput], arePictures: Bool) -> [ArraySlice<RemoteInput>] {
    let most = limit(forPictures: arePictures)
    let mostBytes = settings.requestBytes ?? settings.kind.usualRequestBytes
    var requests: [ArraySlice<RemoteInput>] = []
    var (start, bytes) = (0, 0)
    for (index, input) in inputs.enumerated() {
      if index > start, index - start == most || bytes + input.bytes > mostBytes {
        requests.append(inputs[start..<index])
        (start, bytes) = (index, 0)
      }
      bytes += input.bytes
    }
    if start < inputs.count { requests.append(inputs[start...]) }
    return requests
  }

  /// Asks until an answer comes that will not change by asking again.
  private func ask(
    _ inputs: ArraySlice<RemoteInput>, role: RemoteRole, purpose: LedgerEntry.Purpose,
    cancellation: Cancellation
  ) throws(EncoderError) -> [[Float]] {
    var schedule = RetrySchedule(settings.retries, turn: turns.wrappingAdd(1, ordering: .relaxed).newValue)
    let body = Array(shape.body(Array(inputs), role: role).text.utf8)
    while true {
      switch try answer(to: body, about: inputs, purpose: purpose, cancellation: cancellation) {
      case .vectors(let vectors): return vectors
      case .less:
        let middle = inputs.startIndex + (inputs.count + 1) / 2
        learnedLimit.withLock { $0 = min($0, middle - inputs.startIndex) }
        let first = try ask(inputs[..<middle], role: role, purpose: purpose, cancellation: cancellation)
        return try first + ask(inputs[middle...], role: role, purpose: purpose, cancellation: cancellation)
      case .later(let failure, let requestedWait):
        guard let wait = schedule.next(requested: requestedWait) else { throw failure }
        guard cancellation.wait(seconds: wait) else { throw .interrupted }
      }
    }
  }

  /// What a request came to.
  private enum Answer {
    case vectors([[Float]])
    /// Smaller requests are to be made.
    case less
    /// The same request may be answered later; otherwise the failure is what to say.
    case later(EncoderError, requestedWait: Double?)
  }

  /// Asks once.
  private func answer(
    to body: [UInt8], about inputs: ArraySlice<RemoteInput>, purpose: LedgerEntry.Purpose,
    cancellation: Cancellation
  ) throws(EncoderError) -> Answer {
    let response: HTTPResponse
    do throws(HTTPError) {
      response = try exchange(body, about: inputs, purpose: purpose, cancellation: cancellation)
    } catch {
      if error == .interrupted { throw .interrupted }
      let failure = EncoderError.unavailable(reason: "\(error)")
      guard error.isPassing else { throw failure }
      return .later(failure, requestedWait: nil)
    }
    if HTTPStatus(response.head.status).isSuccess { return .vectors(try read(response, of: inputs)) }
    let refusal = Refusal(response, kind: settings.kind, address: address.description)
    if refusal.asksForLess, inputs.count > 1 { return .less }
    guard refusal.isPassing else { throw refusal.error(about: inputs) }
    return .later(refusal.error(about: inputs), requestedWait: refusal.requestedWait)
  }

  /// Sends a request and writes it into the ledger.
  private func exchange(
    _ body: [UInt8], about inputs: ArraySlice<RemoteInput>, purpose: LedgerEntry.Purpose,
    cancellation: Cancellation
  ) throws(HTTPError) -> HTTPResponse {
    if cancellation.isCancelled { throw .interrupted }
    let time = access.clock()
    let pictures = inputs.count(where: \.isPicture)
    let note: (LedgerEntry.Outcome) -> Void = { [self] outcome in
      access.ledger(
        LedgerEntry(
          time: time, origin: address.origin, model: settings.model, purpose: purpose,
          texts: inputs.reduce(0) { $0 + $1.texts }, pictures: pictures, bytes: body.count, outcome: outcome))
    }
    let limits = HTTPLimits(connect: settings.connectSeconds, total: settings.totalSeconds)
    let request = HTTPRequest.json(body, to: address, key: access.key, limits: limits)
    do throws(HTTPError) {
      let response = try client.send(request, cancellation: cancellation)
      note(.answered(status: response.head.status))
      return response
    } catch {
      note(.failed(reason: "\(error)"))
      throw error
    }
  }

  private func read(
    _ response: HTTPResponse, of inputs: ArraySlice<RemoteInput>
  ) throws(EncoderError) -> [[Float]] {
    let values: [JSONValue]
    do throws(ReplyFault) {
      values = try ReplyReader(shape: shape.reply).vectors(in: response.body, count: inputs.count)
    } catch {
      throw .unavailable(reason: "\(address): the answer can't be used: \(error.reason)")
    }
    return try zip(inputs, values).map { input, value throws(EncoderError) in
      do throws(ReplyFault) {
        return try VectorReader.components(value)
      } catch {
        throw .unencodable(reason: "\(address): the vector of \(input.name) can't be used: \(error.reason)")
      }
    }
  }
}

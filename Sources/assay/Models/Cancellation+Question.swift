internal import Dispatch
internal import RemoteEncoder

extension Cancellation {
  private static let watch = DispatchQueue(label: "assay.cancellation")

  /// Cancels once `question` is answered with yes, asked ten times a second as long as anybody holds this.
  func follow(_ question: @escaping @Sendable () -> Bool) {
    Self.watch.asyncAfter(deadline: .now() + .milliseconds(100)) { [weak self] in
      guard let self, !self.isCancelled else { return }
      if question() { self.cancel() } else { self.follow(question) }
    }
  }
}

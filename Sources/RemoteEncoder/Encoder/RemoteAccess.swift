/// What an encoder on a server needs besides its settings: the key, and the world around it.
package struct RemoteAccess: Sendable {
  /// The key, where the server wants one.
  package var key: Secret?
  /// Seconds since 1970, now.
  package var clock: @Sendable () -> Double
  /// Told of every request, retries included, on the thread that made it; must not call the encoder.
  package var ledger: @Sendable (LedgerEntry) -> Void
  /// Ends what is under way, and all that comes later.
  package var cancellation: Cancellation
  /// Whether `http_proxy` and its kin in the environment count.
  package var usesProxies: Bool

  /// Gathers them.
  package init(
    key: Secret? = nil, cancellation: Cancellation = Cancellation(), usesProxies: Bool = true,
    clock: @escaping @Sendable () -> Double, ledger: @escaping @Sendable (LedgerEntry) -> Void
  ) {
    self.key = key
    self.clock = clock
    self.ledger = ledger
    self.cancellation = cancellation
    self.usesProxies = usesProxies
  }
}

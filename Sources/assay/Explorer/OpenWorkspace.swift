internal import Synchronization

/// The workspace that answers come from; another build of its index may take its place at any time.
final class OpenWorkspace: Sendable {
  private let workspace: Mutex<Workspace>

  init(_ workspace: Workspace) {
    self.workspace = Mutex(workspace)
  }

  /// The build that is open now; it stays usable for whoever took it.
  var current: Workspace { workspace.withLock(\.self) }

  /// Answers from another build from now on.
  func replace(with workspace: Workspace) {
    self.workspace.withLock { $0 = workspace }
  }
}

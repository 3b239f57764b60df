/// A published model at one commit.
package struct HubSnapshot: Hashable, Sendable {
  /// The hub's address and the model's, such as `https://huggingface.co/BAAI/bge-m3`.
  package let page: String
  /// The model as it was asked for.
  package let model: HubModelName
  /// The commit that the revision stood for, in lower-case hex.
  package let commit: String
  /// Whether readers have to accept conditions first.
  package let isGated: Bool
  /// All its files, by path.
  package let files: [HubFile]

  /// The model pinned to the commit, such as `https://huggingface.co/BAAI/bge-m3@5617a9f6…`.
  package var source: String { page + "@" + commit }
}

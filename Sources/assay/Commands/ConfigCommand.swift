internal import ArgumentParser

/// `assay config`: what the user has set.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Check and show the configuration: colours, keys, pictures, columns.",
    discussion: """
      The file is $XDG_CONFIG_HOME/assay/config.toml, by default ~/.config/assay/config.toml; it need not be there. A \
      flag of the command line counts before a variable of the environment (ASSAY_THEME for theme), that before the \
      file, and that before the default.

      A mistake in it never keeps the explorer from starting.
      """,
    subcommands: [ConfigCheckCommand.self, ConfigShowCommand.self, ConfigKeysCommand.self],
    defaultSubcommand: ConfigShowCommand.self)
}

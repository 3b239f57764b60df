"""Training tool of the default encoder `assay-default-1`; FORMAT.md beside this package specifies what it produces."""

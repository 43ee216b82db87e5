"""Reports that come by e-mail: one mailbox, fetched over IMAP, and the receipts that go back. docs/collecting.md."""

"""Everything a page can do, for programs: an interface of HTTP and JSON, its tokens, and webhooks (docs/api.md)."""

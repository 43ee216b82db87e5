"""What a person does in a browser: real Chromium, real HTTP, a real worker."""

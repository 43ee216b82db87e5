"""Django's settings: `local` for one office's machine, `production` behind HTTPS, `test`. All three build on `base`."""
